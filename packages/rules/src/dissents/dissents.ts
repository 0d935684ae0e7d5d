import { text } from '@xieshang/kernel'
import * as z from 'zod'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { known, lineOrNone, long, oneItem, type Values } from '../fields/index.ts'
import { inSet } from '../participants/seatSet.ts'
import { dissentCount } from './days.ts'

export const recordDissentFields = {
  item: oneItem(),
  words: long(text('不同意见', 'What was said'), 500),
  name: lineOrNone(text('谁提出的', 'Whose it is'), 40),
}
export const explainDissentFields = {
  dissent: known(z.int().min(1).max(200_000)),
  text: long(text('解释说明', 'Explanation'), 1000),
}

const mostRecorded = 100_000

/** P9f: an opposing opinion that was said rather than written on a ballot. */
export function recordDissent(state: Consultation, command: Values<typeof recordDissentFields>): Decision {
  if (!state.items.some(({ item }) => item === command.item))
    return refuse(ruleRefusal('P9f', 'itemUnknown', { field: 'item', params: { item: command.item } }))
  if (dissentCount(state.dissents) >= mostRecorded) return refuse(ruleRefusal('P9f', 'tooManyDissents'))
  const { name, ...dissent } = command
  return accept({
    type: 'DissentRecorded',
    data: { dissent: dissentCount(state.dissents) + 1, ...dissent, ...(name !== '' && { name }) },
  })
}

/** P9f: each opposing opinion is explained to who holds it. */
export function explainDissent(state: Consultation, command: Values<typeof explainDissentFields>): Decision {
  const day = state.dissents.find(({ from, to }) => from <= command.dissent && command.dissent <= to)
  if (day === undefined) return refuse(ruleRefusal('P9f', 'dissentUnknown', { field: 'dissent' }))
  if (inSet(day.explained, command.dissent)) return refuse(stateRefusal('P9f', 'dissentExplained'))
  return accept({ type: 'DissentExplained', data: command })
}
