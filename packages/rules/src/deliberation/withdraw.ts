import { text } from '@xieshang/kernel'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { itemNumber } from '../consultation/primitives.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { type Fields, known, long, type Values } from '../fields/index.ts'
import { isUnderVote } from './deliberation.ts'

export const withdrawItemFields = {
  item: known(itemNumber),
  reason: long(text('为什么撤回', 'Why it is withdrawn'), 500),
} satisfies Fields

/** P5b, P9d: an item is taken back before it is voted on, or not taken further after it failed, each with a reason. */
export function withdrawItem(state: Consultation, command: Values<typeof withdrawItemFields>): Decision {
  const detail = { field: 'item', params: { item: command.item } }
  const item = state.items.find((one) => one.item === command.item)
  if (item === undefined) return refuse(ruleRefusal('P5b', 'itemUnknown', detail))
  if (item.status === 'passed') return refuse(stateRefusal('P5b', 'itemPassed', detail))
  if (item.withdrawn !== undefined) return refuse(stateRefusal('P5b', 'itemWithdrawn', detail))
  if (isUnderVote(state.rounds, command.item)) return refuse(stateRefusal('P5b', 'itemUnderVote', detail))
  if (state.escalations.some(({ vote, items }) => vote === undefined && items.includes(command.item)))
    return refuse(stateRefusal('P9d', 'alreadyEscalated', detail))
  return accept({ type: 'ItemWithdrawn', data: command })
}
