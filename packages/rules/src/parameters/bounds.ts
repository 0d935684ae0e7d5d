import { type Text, text } from '@xieshang/kernel'
import { keysOf } from '../taxonomy/keys.ts'
import type { Share } from '../voting/arithmetic.ts'
import type { Parameters } from './parameters.ts'
import { periods } from './periods.ts'

/** G10: how far a county may go. Stricter than the policy is free, looser is not. */
export type Bound = { readonly label: Text; readonly clause: string } & (
  | {
      readonly kind: 'share'
      readonly least: Share
      /** Whether all of them may be asked for: a quorum of everybody is possible, more than everybody is not. */
      readonly all: boolean
    }
  | { readonly kind: 'days'; readonly counts: 'days' | 'workdays'; readonly least: number; readonly most: number }
)

const period = (id: keyof typeof periods): Bound => {
  const { label, clause, counts, most } = periods[id]
  return { kind: 'days', label, clause, counts, least: 1, most }
}

/** The city's bounds by the path of the field. */
export const cityBounds: Readonly<Record<string, Bound>> = {
  quorum: {
    kind: 'share',
    label: text('出席比例', 'Quorum'),
    clause: 'P6b',
    least: { needs: 2, of: 3 },
    all: true,
  },
  majority: {
    kind: 'share',
    label: text('通过须超过的比例', 'Share to be exceeded'),
    clause: 'P6c',
    least: { needs: 1, of: 2 },
    all: false,
  },
  publicationDays: {
    kind: 'days',
    label: text('成果公示期', 'Publication'),
    clause: 'P8',
    counts: 'days',
    least: 3,
    most: 365,
  },
  linkDays: {
    kind: 'days',
    label: text('个人链接有效期', 'Personal link'),
    clause: 'U2',
    counts: 'days',
    least: 30,
    most: 180,
  },
  reminderDays: {
    kind: 'days',
    label: text('到期前提醒', 'Reminder before the due day'),
    clause: 'G3',
    counts: 'days',
    least: 1,
    most: 15,
  },
  ...Object.fromEntries(keysOf(periods).map((id) => [`periods.${id}`, period(id)])),
}

const share = ({ needs, of }: Share) => `${needs}/${of}`

/** How the days of a bound are counted. */
export const dayUnits = {
  days: text('天', ' days'),
  workdays: text('个工作日', ' working days'),
} as const satisfies Record<string, Text>

/** G10: what the city allows, in words. */
export const boundText = (bound: Bound): Text =>
  bound.kind === 'share'
    ? text(`全市规定 不低于 ${share(bound.least)}`, `The city allows at least ${share(bound.least)}`)
    : text(
        `全市规定 ${bound.least}–${bound.most}${dayUnits[bound.counts].zh}`,
        `The city allows ${bound.least}–${bound.most}${dayUnits[bound.counts].en}`,
      )

/** P12: what the list of the five deliberations and two publications keeps to. */
export const majorBounds = {
  deliberations: 5,
  publications: 2,
  /** Least days that a publication stays up. */
  publicationDays: 3,
  /** The assembly's resolution stands before the first publication, with at least this quorum. */
  quorum: { needs: 2, of: 3 },
} as const

/** The value at the path of a bound. */
export function valueAt(parameters: Omit<Parameters, 'version'>, path: string): Share | number | undefined {
  const found = path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
      parameters,
    )
  return found as Share | number | undefined
}

/** Whether a share is at least another, in whole numbers. */
export const atLeast = (share: Share, least: Share): boolean => share.needs * least.of >= least.needs * share.of
