import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Instrumenter } from '@stryker-mutator/instrumenter'
import { type Survivor, survivorOf } from '../survivors.ts'

/** A change that can be switched on by its id in the instrumented files. */
export type Mutant = Survivor & { readonly id: string }

const silent = () => undefined
const quiet = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
}

type Node = {
  readonly isFunction: () => boolean
  readonly getFunctionParent: () => unknown
  readonly traverse: (visitor: { readonly Function: () => void }) => void
}

/** What is worked out once, while a module is loaded: names, schemas, the descriptions of the API. As for the rules. */
function onlyLoaded(node: Node): string | undefined {
  if (node.isFunction() || node.getFunctionParent() !== null) return undefined
  let calls = false
  node.traverse({
    Function: () => {
      calls = true
    },
  })
  return calls ? undefined : 'loaded once'
}

/**
 * Every mutant of the files, and the files with all of them inside: one is active at a time, chosen by an environment
 * variable, so nothing is compiled again between two.
 */
export async function instrument(root: string, names: readonly string[]) {
  const sources = new Map(names.map((name) => [name, readFileSync(join(root, name), 'utf8')]))
  const { files, mutants } = await new Instrumenter(quiet).instrument(
    names.map((name) => ({ name, mutate: true, content: sources.get(name) ?? '' })),
    { plugins: null, excludedMutations: [], ignorers: [{ shouldIgnore: (path) => onlyLoaded(path as Node) }] },
  )
  return {
    files: files.map(({ name, content }) => ({ name, content })),
    // An ignored mutant stands in no file.
    mutants: mutants
      .filter(({ status }) => status === undefined)
      .map((mutant): Mutant => {
        // The instrumenter counts lines from 0, the reports from 1.
        const location = { start: shifted(mutant.location.start), end: shifted(mutant.location.end) }
        const { fileName, replacement } = mutant
        return { id: mutant.id, ...survivorOf(fileName, sources.get(fileName) ?? '', { location, replacement }) }
      }),
  }
}

const shifted = ({ line, column }: { line: number; column: number }) => ({ line: line + 1, column: column + 1 })

/**
 * As many of the mutants as asked for. Each has a rank of its own under the seed, so a change of one file leaves the rest
 * of the sample as it was.
 */
export function sampleOf(mutants: readonly Mutant[], count: number, seed: string): Mutant[] {
  const rank = ({ file, line, was, became }: Mutant) =>
    createHash('sha256')
      .update(JSON.stringify([seed, file, line, was, became]))
      .digest('hex')
  return mutants
    .map((mutant) => ({ mutant, by: rank(mutant) }))
    .toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
    .slice(0, count)
    .map(({ mutant }) => mutant)
}
