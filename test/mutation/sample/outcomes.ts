import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Survivor } from '../survivors.ts'

export type Outcome = { readonly noticed: boolean; readonly by: string }

type Line = Outcome & { readonly key: string }

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 20)

/**
 * What earlier runs noticed, so that one that was cut off goes on, and one after a change tries what may have changed: a
 * change in a file that is as it was is noticed still, by tests that are only ever added to. What was not noticed is tried
 * again each time.
 * @param sourceOf the file in which a change is made, as it stands
 */
export function openOutcomes(file: string, sourceOf: (name: string) => string) {
  const keyOf = ({ file: name, line, was, became }: Survivor): string =>
    hashOf(JSON.stringify([name, hashOf(sourceOf(name)), line, was, became]))
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []
  const known = new Map(
    lines
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line)
      .filter(({ noticed }) => noticed)
      .map(({ key, noticed, by }) => [key, { noticed, by }]),
  )
  return {
    of: (mutant: Survivor): Outcome | undefined => known.get(keyOf(mutant)),

    keep(mutant: Survivor, { noticed, by }: Outcome): void {
      mkdirSync(dirname(file), { recursive: true })
      appendFileSync(file, `${JSON.stringify({ key: keyOf(mutant), noticed, by } satisfies Line)}\n`)
    },

    forget: (): void => {
      known.clear()
      rmSync(file, { force: true })
    },
  }
}
