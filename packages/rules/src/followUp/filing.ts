import { may } from '@xieshang/kernel'
import * as z from 'zod'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { prose } from '../consultation/primitives.ts'
import { forbidden, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { filingResults } from '../taxonomy/followUp.ts'
import { keysOf } from '../taxonomy/keys.ts'

export const answerFilingSchema = z.strictObject({
  /** Which body of the latest filing, counted from 0. */
  body: z.int().min(0).max(9),
  result: z.enum(keysOf(filingResults)),
  note: prose(500).default(''),
})

/** P7: a body takes note of the record, or returns it with a reason; a township answers for itself. */
export function answerFiling(
  state: Consultation,
  command: z.infer<typeof answerFilingSchema>,
  context: Context,
): Decision {
  const latest = state.filings.at(-1)
  if (latest === undefined) return refuse(stateRefusal('P7', 'notFiled'))
  const body = latest.bodies[command.body]
  if (body === undefined) return refuse(ruleRefusal('P7', 'bodyUnknown', { field: 'body' }))
  if (body.answer !== undefined) return refuse(stateRefusal('P7', 'bodyAnswered', { params: { name: body.name } }))
  if (body.body === 'township' && !may(context.actor, 'direct', state.division))
    return refuse(forbidden('P7', 'bodyAnswersItself', { params: { name: body.name } }))
  if (command.result === 'returned' && command.note === '')
    return refuse(ruleRefusal('P7', 'returnNeedsNote', { field: 'note' }))
  return accept({ type: 'FilingAnswered', data: command })
}
