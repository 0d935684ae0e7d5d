import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf } from '@xieshang/divisions'
import { cityAt, freePort, startCity } from '../city/running.ts'
import { startBare } from './bare.ts'
import { atOnce, type Measured, median } from './load.ts'
import { atRest } from './process.ts'
import { openVillage } from './village.ts'

const county = '331102'
const levels = [16, 64]

/**
 * Named ballots over the API beside the engine's bare conditional update, by turns in one run after a warm-up: how many a
 * second at 16 and 64 at once, and how long the slowest hundredth took.
 */
export async function casting({ size = 1000, turns = 5 }: { readonly size?: number; readonly turns?: number }) {
  const port = await freePort()
  const data = await mkdtemp(join(tmpdir(), 'xieshang-casting-'))
  const running = await startCity({ port, data, counties: [county] })
  const bare = await startBare()
  try {
    const village = childrenOf(childrenOf(county)[0]?.code ?? '')[0]?.code ?? ''
    const one = await openVillage({ city: cityAt(port, data), village, size, times: new Map() })
    await one.prepare(turns + 1)
    const links = await one.links(size)
    const half = Math.floor(size / 2)
    const ours = new Map<number, Measured[]>(levels.map((level) => [level, []]))
    const engine = new Map<number, Measured[]>(levels.map((level) => [level, []]))
    for (let turn = 0; turn <= turns; turn++) {
      const item = turn + 1
      const round = await one.openRound(item, 'named', links.slice(0, 1))
      // Ballots are made and a thousand messages sent behind the answer: neither side is to be measured beside that.
      await atRest(running.child.pid ?? 0)
      await bare.open(
        item,
        links.map((_, index) => index),
      )
      for (const [at, level] of levels.entries()) {
        const mine = links.map((link, index) => ({ link, index })).slice(at * half, (at + 1) * half)
        const alone = await atOnce(
          level,
          mine.map(
            ({ index }) =>
              () =>
                bare.cast(item, index),
          ),
        )
        const whole = await atOnce(
          level,
          mine.map(
            ({ link }) =>
              () =>
                one.cast(link, round, item),
          ),
        )
        // The first turn only warms both.
        if (turn === 0) continue
        engine.get(level)?.push(alone)
        ours.get(level)?.push(whole)
      }
      await one.closeRound(round.round)
    }
    for (const level of levels) {
      const rate = (all: readonly Measured[] = []) => median(all.map(({ perSecond }) => perSecond))
      const late = (all: readonly Measured[] = []) => median(all.map(({ p99 }) => p99))
      const [us, it] = [ours.get(level), engine.get(level)]
      console.log(
        `ballots        ${level} at once, list of ${size}: ${rate(us).toFixed(0)}/s, the engine alone ${rate(it).toFixed(0)}/s: ratio ${(rate(us) / rate(it)).toFixed(2)} (goal 0.5); p99 ${late(us).toFixed(0)} ms, ${(late(us) / late(it)).toFixed(1)} times the engine's (goal 5 at 16)`,
      )
    }
  } finally {
    await bare.stop()
    await running.stop()
    await rm(data, { recursive: true, force: true })
  }
}
