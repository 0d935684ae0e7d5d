import type { Actor } from '@xieshang/kernel'
import { may } from '@xieshang/kernel'
import type * as z from 'zod'
import { byOf } from '../consultation/by.ts'
import { forbidden, type Refusal, ruleRefusal } from '../consultation/refusal.ts'
import { schemaOf } from '../fields/index.ts'
import { type Dated, datedProblem, nextVersion } from '../settings/dated.ts'
import type { Share } from '../voting/arithmetic.ts'
import { atLeast, type Bound, cityBounds, majorBounds, valueAt } from './bounds.ts'
import type { MajorStep } from './major.ts'
import type { Parameters } from './parameters.ts'
import { setParametersFields } from './setFields.ts'

export const setParametersSchema = schemaOf(setParametersFields)

export type SetParameters = z.output<typeof setParametersSchema>

/** What the rules of a setting know: when, who, and every version so far in the order they were set. */
export type SettingContext<T> = { readonly now: string; readonly actor: Actor; readonly versions: readonly Dated<T>[] }

export type SettingDecision<T> =
  | { readonly kind: 'accepted'; readonly version: Dated<T> }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

const shown = (value: Share | number) => (typeof value === 'number' ? value : `${value.needs}/${value.of}`)

function boundProblem(field: string, bound: Bound, value: Share | number | undefined): Refusal | undefined {
  const below = (least: Share | number) =>
    ruleRefusal('G10', 'looserThanCity', { field, params: { label: bound.label, bound: shown(least) } })
  const above = (most: Share | number) =>
    ruleRefusal('G10', 'beyondCity', { field, params: { label: bound.label, bound: shown(most) } })
  if (bound.kind === 'share') {
    if (typeof value !== 'object' || !atLeast(value, bound.least)) return below(bound.least)
    const within = bound.all ? value.needs <= value.of : value.needs < value.of
    return within ? undefined : above({ needs: 1, of: 1 })
  }
  if (typeof value !== 'number' || value < bound.least) return below(bound.least)
  return value > bound.most ? above(bound.most) : undefined
}

/** P12: five deliberations and two publications, the assembly's resolution before anything is carried out. */
function majorProblem(steps: readonly MajorStep[]): Refusal | undefined {
  const field = 'majorSteps'
  const { deliberations, publications, publicationDays, quorum } = majorBounds
  const count = (kind: MajorStep['kind']) => steps.filter((step) => step.kind === kind).length
  if (count('deliberation') !== deliberations || count('publication') !== publications)
    return ruleRefusal('G10', 'majorCount', { field, params: { deliberations, publications } })
  if (new Set(steps.map(({ id }) => id)).size !== steps.length) return ruleRefusal('G10', 'majorTwice', { field })
  const short = steps.find(({ kind, days }) => kind === 'publication' && (days ?? 0) < publicationDays)
  if (short !== undefined)
    return ruleRefusal('G10', 'looserThanCity', { field, params: { label: short.label, bound: publicationDays } })
  const weak = steps.find((step) => step.quorum !== undefined && !atLeast(step.quorum, quorum))
  if (weak !== undefined)
    return ruleRefusal('G10', 'looserThanCity', { field, params: { label: weak.label, bound: shown(quorum) } })
  const beyond = steps.find((step) => step.quorum !== undefined && step.quorum.needs > step.quorum.of)
  if (beyond !== undefined)
    return ruleRefusal('G10', 'beyondCity', {
      field,
      params: { label: beyond.label, bound: shown({ needs: 1, of: 1 }) },
    })
  const before = steps.slice(
    0,
    steps.findIndex(({ kind }) => kind === 'publication'),
  )
  return before.some((step) => step.quorum !== undefined) && steps.at(-1)?.kind === 'publication'
    ? undefined
    : ruleRefusal('G10', 'majorResolution', { field })
}

/** G10: where the first of the city's bounds is broken. */
export function parametersProblem(parameters: Omit<Parameters, 'version'>): Refusal | undefined {
  for (const [field, bound] of Object.entries(cityBounds)) {
    const problem = boundProblem(field, bound, valueAt(parameters, field))
    if (problem !== undefined) return problem
  }
  return majorProblem(parameters.majorSteps)
}

/**
 * G10: a county sets its own parameters within the city's bounds, from a day on.
 * Consultations that were proposed before keep theirs to their end.
 */
export function setParameters(
  command: SetParameters,
  { now, actor, versions }: SettingContext<Parameters>,
): SettingDecision<Parameters> {
  const { effectiveFrom, reason, parameters } = command
  const refusal = may(actor, 'administer', actor.division)
    ? (datedProblem('G10', versions, effectiveFrom, now) ?? parametersProblem(parameters))
    : forbidden('G10', 'countyOnly')
  if (refusal !== undefined) return { kind: 'refused', refusal }
  const version = nextVersion(versions, effectiveFrom)
  const by = byOf(actor)
  return {
    kind: 'accepted',
    version: { version, effectiveFrom, reason, at: now, by, content: { ...parameters, version } },
  }
}
