import type { Seat } from '../api/staff.ts'
import type { Texts } from '../texts/zh.ts'

/** How the SMS to a seat stands, and why where it did not arrive. */
export const smsText = (t: Texts, { sms, smsProblem }: Seat): string =>
  smsProblem === undefined ? t.smsState[sms] : `${t.smsState[sms]}（${t.smsProblem[smsProblem]}）`
