import { addDays, dayOf } from '@xieshang/kernel'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Stamp } from '../consultation/stamp.ts'

/** A version of a county's own setting: it holds from a day on, is never changed, and says who set it and why. */
export type Dated<T> = Stamp & {
  /** The day, and from the second one of a day on its number, e.g. 2026-05-01 and 2026-05-01-2. */
  readonly version: string
  /** First day in Asia/Shanghai. */
  readonly effectiveFrom: string
  readonly reason: string
  readonly content: T
}

/** Versions may be set this far ahead. */
const mostDaysAhead = 366

/** The version in force on a day; of several for the same day the one that was set last. @param versions in the order they were set */
export const inForceOn = <T>(versions: readonly Dated<T>[], day: string): Dated<T> | undefined =>
  versions.findLast(({ effectiveFrom }) => effectiveFrom <= day)

/** What a new version for a day is called. */
export function nextVersion(versions: readonly Dated<unknown>[], day: string): string {
  const same = versions.filter(({ effectiveFrom }) => effectiveFrom === day).length
  return same === 0 ? day : `${day}-${same + 1}`
}

/** G10, M6: the past is never changed, and versions follow each other. */
export function datedProblem(
  clause: 'G10' | 'M6',
  versions: readonly Dated<unknown>[],
  effectiveFrom: string,
  now: string,
): Refusal | undefined {
  const today = dayOf(now)
  const field = 'effectiveFrom'
  if (effectiveFrom < today) return ruleRefusal(clause, 'effectiveInPast', { field, params: { day: today } })
  const last = addDays(today, mostDaysAhead)
  if (effectiveFrom > last) return ruleRefusal(clause, 'effectiveTooFar', { field, params: { day: last } })
  const coming = versions.at(-1)?.effectiveFrom ?? ''
  return effectiveFrom < coming ? ruleRefusal(clause, 'laterVersionSet', { field, params: { day: coming } }) : undefined
}

/** Another officer set a version since this one looked. */
export const settingChanged = (clause: 'G10' | 'M6'): Refusal => stateRefusal(clause, 'settingsChanged')

export type Standing = 'past' | 'current' | 'coming' | 'replaced'

/** How a version stands to a day: in force, over, to come, or replaced before it ever was in force. */
export function standingOf(versions: readonly Dated<unknown>[], version: Dated<unknown>, day: string): Standing {
  const { effectiveFrom } = version
  const next = versions[versions.indexOf(version) + 1]
  if (next?.effectiveFrom === effectiveFrom && dayOf(next.at) < effectiveFrom) return 'replaced'
  if (effectiveFrom > day) return 'coming'
  return inForceOn(versions, day) === version ? 'current' : 'past'
}
