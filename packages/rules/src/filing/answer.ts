import { may, text } from '@xieshang/kernel'
import * as z from 'zod'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { forbidden, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { choice, hinted, known, longOrNone, type Values } from '../fields/index.ts'
import { filingResults } from './results.ts'

export const answerFilingFields = {
  /** Which body of the latest filing, counted from 0. */
  body: known(z.int().min(0).max(9)),
  result: { ...choice(text('答复', 'Answer'), filingResults), first: () => 'acknowledged' },
  note: hinted(
    longOrNone(text('说明', 'Note'), 500),
    text('退回的，请写明要补正什么', 'When returning it, say what to mend'),
  ),
}

/** P7: a body takes note of the record, or returns it with a reason; a township answers for itself. */
export function answerFiling(
  state: Consultation,
  command: Values<typeof answerFilingFields>,
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
