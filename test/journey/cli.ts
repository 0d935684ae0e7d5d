import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { childrenOf, counties } from '@xieshang/divisions'
import { cases } from './cases.ts'
import type { City } from './city.ts'
import { openDeskClock } from './deskClock.ts'
import { walk } from './walk.ts'

/** `npm run journey [-- ORIGIN]`: three consultations in two counties at once, over the public API of the running city. */
const [origin = `http://127.0.0.1:${process.env.PORT ?? '4100'}`] = process.argv.slice(2)

const city: City = {
  origin,
  patienceMs: 0,
  token: async (role, division, officer = 1) => {
    const cli = new URL('../../packages/local/src/cli/token.ts', import.meta.url).pathname
    const { stdout } = await promisify(execFile)(process.execPath, [cli, role, division, '--officer', String(officer)])
    return stdout.trim()
  },
}

/** Villages of two counties, by turns: the n-th of the first township of each. */
function villagesFor(count: number) {
  const [first, second] = counties()
  return Array.from({ length: count }, (_, index) => {
    const county = index % 2 === 0 ? first : second
    const township = childrenOf(county?.code ?? '')[0]
    const village = childrenOf(township?.code ?? '')[Math.floor(index / 2)]
    if (village === undefined) throw new Error('The divisions have too few villages')
    return village
  })
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch(`${origin}/config.json`)).ok
  } catch {
    return false
  }
}

if (!(await answers())) {
  console.error(`没有连上 ${origin}：请先在另一个窗口运行 npm start，看到 ready 之后再运行 npm run journey。`)
  console.error(`Nothing answers at ${origin}: run npm start in another window first and wait for “ready”.`)
  process.exit(1)
}

const villages = villagesFor(cases.length)
const clock = openDeskClock(city, cases.length)
const walks = cases.map(async (one, index) => {
  const village = villages[index]
  if (village === undefined) throw new Error('A case without a village')
  const say = (line: string) => console.log(`[${village.name}] ${line}`)
  say(`原型：${one.source}`)
  return { village, walked: await walk({ city, clock, village, case: one, series: String(index + 11), say }) }
})

const outcomes = await Promise.allSettled(walks)
for (const outcome of outcomes) {
  if (outcome.status === 'rejected') {
    console.error(outcome.reason)
    process.exitCode = 1
    continue
  }
  const { village, walked } = outcome.value
  console.log(`\n${village.name}：每部手机收到的短信`)
  for (const { name, phone, messages } of walked.received) {
    console.log(`  ${name} ${phone.slice(0, 3)}****${phone.slice(-4)}`)
    for (const { text } of messages) console.log(`    ${text}`)
  }
  const { participants, told, opinions, ballots, passed, failed, published } = walked.figures
  console.log(
    `  看板（${village.name}）：协商主体${participants}，已告知${told}，意见${opinions}，网上投票${ballots}，通过${passed}条，未通过${failed}条，公示${published}`,
  )
}
