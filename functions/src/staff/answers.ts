import { pathOf } from '@xieshang/divisions'
import { Problem, type ProblemCode } from '@xieshang/http'
import type { Consultation } from '@xieshang/rules'
import { type ActOutcome, CursorError } from '@xieshang/store'

/** A consultation with the places it lies in, from the county down. */
export const viewOf = (consultation: Consultation) => ({
  consultation,
  place: pathOf(consultation.division).filter(({ kind }) => kind !== 'city'),
})

/** What is written into an answer when an act did not go through. */
export function doneOrProblem(outcome: ActOutcome): Consultation {
  switch (outcome.kind) {
    case 'done':
      return outcome.state
    case 'missing':
      throw Problem.of('notFound')
    case 'keyReused':
      throw Problem.of('keyReused')
    case 'refused':
      throw Problem.refused(outcome.refusal, outcome.version > 0 ? { version: outcome.version } : {})
    case 'changed':
      throw Problem.of('changed', {
        version: outcome.version,
        changes: outcome.changes.map(({ number, type, at, by }) => ({ number, type, at, by: by.name })),
      })
  }
}

/** A cursor from elsewhere is the caller's mistake. */
export async function page<T>(read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch (error) {
    if (error instanceof CursorError) throw Problem.of('cursorInvalid' satisfies ProblemCode)
    throw error
  }
}
