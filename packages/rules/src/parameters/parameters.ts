import * as z from 'zod'
import { keysOf } from '../taxonomy/keys.ts'
import { defaultMajorSteps, majorStepSchema } from './major.ts'
import { type PeriodId, type Periods, periods } from './periods.ts'

const whole = z.int().min(1).max(1000)
const share = z.strictObject({ needs: whole, of: whole })
const days = z.int().min(1).max(3650)
const periodIds = keysOf(periods)

const periodsSchema = z.strictObject(
  Object.fromEntries(periodIds.map((id) => [id, days])) as { [id in PeriodId]: typeof days },
)

/** What a county may set, within the city's bounds (G10). A consultation keeps those it began with. */
export const parametersSchema = z.strictObject({
  version: z.string(),
  /** P6b: two thirds of the list. */
  quorum: share,
  /** P6c: more than half … */
  majority: share,
  /** … of the voting seats that attended, or of all that are listed. */
  majorityBase: z.enum(['attended', 'listed']),
  /** P8: days a result stays up when an officer names no other number. */
  publicationDays: days,
  /** How long a personal link works, in days from its making. */
  linkDays: days,
  /** From how many days before its due day a duty is pointed out. */
  reminderDays: days,
  /** Within how many days each duty is to be done, counted as `periods` says. */
  periods: periodsSchema,
  /** P12: the five deliberations and two publications, in order. */
  majorSteps: z.array(majorStepSchema).min(1).max(20),
})

export type Parameters = z.infer<typeof parametersSchema>

const usualPeriods = Object.fromEntries(periodIds.map((id) => [id, periods[id].usual])) as Periods

/** The policy's own values. */
export const defaultParameters: Parameters = {
  version: '2017-09-29',
  quorum: { needs: 2, of: 3 },
  majority: { needs: 1, of: 2 },
  majorityBase: 'attended',
  publicationDays: 7,
  linkDays: 90,
  reminderDays: 3,
  periods: usualPeriods,
  majorSteps: defaultMajorSteps,
}

/** Parameters as they were kept, perhaps before there were as many. */
export type KeptParameters = Partial<Omit<Parameters, 'periods'>> & {
  readonly periods?: Partial<Parameters['periods']>
}

/** All parameters: what is missing of those that were kept is the policy's own. */
export const wholeParameters = (kept: KeptParameters | undefined): Parameters => ({
  ...defaultParameters,
  ...kept,
  periods: { ...usualPeriods, ...kept?.periods },
})
