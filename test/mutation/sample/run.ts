import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Reasoned, unexplained } from '../survivors.ts'
import { instrument, type Mutant, sampleOf } from './mutants.ts'
import { type Outcome, openOutcomes } from './outcomes.ts'
import { makeSandbox, scopeOf } from './sandbox.ts'
import { coverageIn, tryOut } from './tests.ts'

const goal = 0.8
const root = fileURLToPath(new URL('../../..', import.meta.url))
const sandbox = join(root, '.build/sample')
const report = join(root, 'reports/sample.json')
const kept = join(root, 'reports/sample.ndjson')

type Tried = { readonly mutant: Mutant; readonly noticed: boolean; readonly by: string }

/**
 * Breaks the functions, the store and the API at a seeded sample of places and counts what the tests nearest to each
 * notice: the unit and integration tests that come past it, the quickest first, until one fails. What an earlier run
 * noticed in a file that is as it was is not tried again, unless all is to be tried afresh.
 * @returns whether enough was noticed, and each survivor has a reason in `survivors.json`
 */
export async function runSample({
  count,
  seed,
  fresh = false,
}: {
  readonly count: number
  readonly seed: string
  readonly fresh?: boolean
}): Promise<boolean> {
  const { files, mutants } = await instrument(root, scopeOf(root))
  makeSandbox(root, sandbox, files)
  mkdirSync(join(sandbox, 'covered'))
  console.log(`${mutants.length} changes are possible; every test once without one …`)
  const coverage = await coverageIn(sandbox, (line) => console.log(line))
  const known = new Set(coverage.flatMap(({ ids }) => [...ids]))
  const sample = sampleOf(mutants, count, seed)
  console.log(
    `${sample.length} drawn with the seed ${seed}, ${sample.filter(({ id }) => known.has(id)).length} of them covered`,
  )
  const outcomes = openOutcomes(kept, (name) => readFileSync(join(root, name), 'utf8'))
  if (fresh) outcomes.forget()
  const before = sample.flatMap((mutant) => {
    const outcome = outcomes.of(mutant)
    return outcome === undefined ? [] : [{ mutant, ...outcome }]
  })
  const done = new Set(before.map(({ mutant }) => mutant))
  if (before.length > 0) console.log(`${before.length} of them were noticed before, in files that are as they were`)
  const open = sample.filter((mutant) => !done.has(mutant))
  const tried: Tried[] = [...before]
  const untold: Mutant[] = []
  const say = (mutant: Mutant, outcome: Outcome | undefined) => {
    if (outcome === undefined) {
      untold.push(mutant)
      console.log(`the machine is too busy to tell of ${mutant.file}: ${mutant.was} → ${mutant.became}`)
      return
    }
    const { noticed, by } = outcome
    tried.push({ mutant, noticed, by })
    outcomes.keep(mutant, { noticed, by })
    const { file, was, became } = mutant
    console.log(
      `${tried.length}/${sample.length} ${noticed ? 'noticed ' : 'SURVIVED'} ${file}: ${was} → ${became} (${by.slice(0, 160)})`,
    )
  }
  // One more than a small machine has cores: what a broken line keeps away is waited for.
  await Promise.all([1, 2, 3].map(() => tryOut(sandbox, coverage, () => open.shift(), say)))
  mkdirSync(join(root, 'reports'), { recursive: true })
  writeFileSync(report, `${JSON.stringify({ seed, tried }, undefined, 2)}\n`)
  const survivors = tried
    .filter(({ noticed }) => !noticed)
    .map(({ mutant: { file, line, was, became } }) => ({ file, line, was, became }))
  const reasons = JSON.parse(readFileSync(new URL('./survivors.json', import.meta.url), 'utf8')) as Reasoned[]
  const unread = unexplained(survivors, reasons)
  for (const survivor of unread) console.log(JSON.stringify(survivor))
  const share = 1 - survivors.length / Math.max(1, tried.length)
  console.log(
    `${Math.round(share * 1000) / 10} % of ${tried.length} changes were noticed (the goal is ${goal * 100} %), ${unread.length} of ${survivors.length} survivors are without a reason in sample/survivors.json`,
  )
  if (untold.length > 0) console.log(`${untold.length} are to be tried again on a machine that does nothing else`)
  return share >= goal && unread.length === 0 && untold.length === 0
}
