import { type PlaceCode, text } from '@xieshang/kernel'
import * as z from 'zod'
import { words } from '../consultation/primitives.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { type Fields, known, lineOrNone, schemaOf } from '../fields/index.ts'

export const applicationStates = ['waiting', 'admitted', 'declined'] as const
export type ApplicationState = (typeof applicationStates)[number]

export const decideApplicationFields = {
  /** One, or many with one reason: ticked in the list of those who applied. */
  applications: {
    input: 'beside',
    label: text('报名', 'Applications'),
    optional: false,
    schema: z
      .array(z.string().regex(/^[\w-]{20,64}$/))
      .min(1)
      .max(50),
  },
  admit: known(z.boolean()),
  reason: lineOrNone(
    text('理由（不接纳时必填，报名的人会看到）', 'Reason (needed to decline; the applicant reads it)'),
    300,
  ),
} satisfies Fields

export const decideApplicationSchema = schemaOf(decideApplicationFields)

export type DecideApplication = z.output<typeof decideApplicationSchema>

/** What an applicant writes; the phone is checked where it is sealed. */
export const applicationFields = { name: words(40), why: words(300) }

/** S4: who is interested may apply from the registration of the topic until the list is fixed. */
export const takesApplications = (state: Consultation): boolean => state.step === 'registered'

/** S4: why nobody can apply to a consultation (now, from that village), or undefined. */
export function applicationProblem(state: Consultation, village: PlaceCode): Refusal | undefined {
  if (!takesApplications(state)) return stateRefusal('S4', 'applicationsClosed')
  return (state.villages ?? [state.division]).includes(village)
    ? undefined
    : ruleRefusal('S4', 'applicantElsewhere', { field: 'village' })
}

/** S4: who is declined learns why. */
export const reasonProblem = ({ admit, reason }: Pick<DecideApplication, 'admit' | 'reason'>): Refusal | undefined =>
  !admit && reason === '' ? ruleRefusal('S4', 'declineNeedsReason', { field: 'reason' }) : undefined

/** S4: the committee admits, or declines with a reason; once. */
export function decisionProblem(
  state: Consultation,
  application: { readonly state: ApplicationState },
  command: Pick<DecideApplication, 'admit' | 'reason'>,
): Refusal | undefined {
  if (application.state !== 'waiting') return stateRefusal('S4', 'applicationDecided')
  if (!takesApplications(state)) return stateRefusal('S4', 'applicationsClosed')
  return reasonProblem(command)
}
