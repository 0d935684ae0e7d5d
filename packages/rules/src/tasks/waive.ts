import { text } from '@xieshang/kernel'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { itemNumber } from '../consultation/primitives.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { type Fields, hinted, long, pick, titled, type Values } from '../fields/index.ts'
import { carryOutProblem } from './carryOut.ts'
import { withoutTask } from './state.ts'

export const waiveTaskFields = {
  item: pick(
    text('哪一条', 'Item'),
    ({ state }) => titled(state?.items.filter(({ item }) => withoutTask(state).includes(item))),
    itemNumber,
  ),
  reason: hinted(
    long(text('为什么不需要落实', 'Why nothing need be carried out'), 500),
    text('例如：这一条只是表明意见', 'such as: it only states an opinion'),
  ),
} satisfies Fields

/** P9a: what passed is carried out, or somebody says why nothing need be. */
export function waiveTask(state: Consultation, command: Values<typeof waiveTaskFields>): Decision {
  const problem = carryOutProblem(state)
  if (problem !== undefined) return refuse(problem)
  const status = state.items.find(({ item }) => item === command.item)?.status
  const detail = { field: 'item', params: { item: command.item } }
  if (status === undefined) return refuse(ruleRefusal('P9a', 'itemUnknown', detail))
  if (status !== 'passed') return refuse(ruleRefusal('P9a', 'itemNotPassed', detail))
  if (!withoutTask(state).includes(command.item)) return refuse(stateRefusal('P9a', 'itemHasTask', detail))
  return accept({ type: 'TaskWaived', data: command })
}
