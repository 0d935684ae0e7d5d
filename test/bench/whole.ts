import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf } from '@xieshang/divisions'
import { seatsPerPage } from '@xieshang/rules'
import { cityAt, freePort, startCity } from '../city/running.ts'
import { atOnce } from './load.ts'
import { memoryOf } from './process.ts'
import { openVillage, type Times } from './village.ts'

const county = '331102'

/** A long list on the desk: imported, fixed, told, voted online and counted; the slowest request, and the memory of it all. */
export async function wholeList({ size = 5000, voters = 4000 }: { readonly size?: number; readonly voters?: number }) {
  const port = await freePort()
  const data = await mkdtemp(join(tmpdir(), 'xieshang-list-'))
  const running = await startCity({ port, data, counties: [county] })
  let most = 0
  const watch = setInterval(() => {
    memoryOf(running.child.pid ?? 0).then(
      (bytes) => {
        most = Math.max(most, bytes)
      },
      (error: unknown) => console.error(error),
    )
  }, 1_000)
  const times: Times = new Map()
  const said = (what: string, from: number) => `${what} ${Math.round((Date.now() - from) / 1000)} s`
  try {
    const village = childrenOf(childrenOf(county)[0]?.code ?? '')[0]?.code ?? ''
    const one = await openVillage({ city: cityAt(port, data), village, size, times })
    const steps: string[] = []
    let from = Date.now()
    await one.prepare(1)
    steps.push(said('prepared', from))
    from = Date.now()
    const links = await one.links(size)
    steps.push(said('told', from))
    from = Date.now()
    // Ballots are made page by page; each page's last one is waited for.
    const last = links.filter((_, index) => (index + 1) % seatsPerPage === 0 || index === size - 1)
    const round = await one.openRound(1, 'named', last)
    steps.push(said('opened', from))
    from = Date.now()
    const { perSecond, p99 } = await atOnce(
      16,
      links.slice(0, voters).map((link) => () => one.cast(link, round, 1)),
    )
    times.set('ballot (p99)', p99)
    steps.push(said('voted', from))
    from = Date.now()
    const tally = JSON.stringify(await one.closeRound(round.round))
    steps.push(said('counted', from))
    if (!tally.includes(`"yes":${voters}`)) throw new Error(`${voters} voted yes, and the tally says ${tally}`)
    const [slowest = '', ms = 0] = [...times].toSorted(([, a], [, b]) => b - a)[0] ?? []
    console.log(
      `list           ${size} seats, ${voters} voted at ${perSecond.toFixed(0)}/s: ${steps.join(', ')}; slowest request ${slowest} ${(ms / 1000).toFixed(1)} s (goal 5), memory ${Math.round(most / 2 ** 20)} MB at most`,
    )
    for (const [step, each] of [...times].toSorted(([, a], [, b]) => b - a))
      console.log(`               ${step}: ${Math.round(each)} ms at most`)
  } finally {
    clearInterval(watch)
    await running.stop()
    await rm(data, { recursive: true, force: true })
  }
}
