/** Why an SMS did not reach anybody. */
export const smsProblems = [
  'numberMissing',
  'numberWrong',
  'optedOut',
  'refused',
  'busy',
  'notSent',
  'notDelivered',
] as const
export type SmsProblem = (typeof smsProblems)[number]

/** What became of the last SMS to a seat, once something did. Sent is not told: only a receipt or an opened link is (S2). */
export const smsOutcomes = ['sent', 'delivered', 'failed', 'uncertain'] as const
export type SmsOutcome = (typeof smsOutcomes)[number]

/** What an officer is shown: none is to come, it waits, or what became of it. */
export const smsStates = ['none', 'waiting', ...smsOutcomes, 'unconfirmed'] as const
export type SmsState = (typeof smsStates)[number]

const dayMs = 86_400_000

/** An SMS whose receipt has not come for a day counts as one that nobody knows of. */
export const shownSms = (outcome: SmsOutcome, at: string | undefined, now: string): SmsState =>
  outcome === 'sent' && at !== undefined && Date.parse(now) - Date.parse(at) > dayMs ? 'unconfirmed' : outcome

/** P3a: states in which somebody goes to the door, until a receipt or an opened link says that it is not needed. */
export const toDoorStates: readonly SmsState[] = ['none', 'failed', 'uncertain', 'unconfirmed']
