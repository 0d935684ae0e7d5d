import fc from 'fast-check'
import { anySequence, checkSequence } from '../../packages/rules/test/any.ts'
import { killLoop, wordsOf } from './kills/loop.ts'

/**
 * What takes longer than a test should. `pnpm soak`: a hundred thousand sequences of commands, and a hundred kills of a
 * running city. `pnpm soak rules [sequences]` and `pnpm soak kills [how many] [seed]` run one of them. Either prints the
 * seed that repeats it.
 */
function soakRules(runs: number): void {
  const begun = Date.now()
  fc.assert(fc.property(anySequence, checkSequence), { numRuns: runs })
  console.log(
    `${runs} random sequences of commands: every invariant held (${Math.round((Date.now() - begun) / 1000)} s)`,
  )
}

async function soakKills(kills: number, seed: number): Promise<boolean> {
  console.log(`${kills} kills with the seed ${seed}`)
  const outcome = await killLoop({ kills, seed, workers: 3, say: (line) => console.log(line) })
  for (const line of wordsOf(outcome)) console.log(line)
  return outcome.wrong.length === 0 && outcome.spilled === 0
}

const [which, first, second] = process.argv.slice(2)
if (which !== 'kills') soakRules(Number((which === 'rules' ? first : undefined) ?? 100_000))
if (which !== 'rules') {
  const [kills = '100', seed = String(Date.now() % 1_000_000)] = which === 'kills' ? [first, second] : []
  if (!(await soakKills(Number(kills), Number(seed)))) process.exitCode = 1
}
