import { text } from '@xieshang/kernel'
import * as z from 'zod'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { itemNumber } from '../consultation/primitives.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import type { Item } from '../deliberation/state.ts'
import { choice, type Fields, type Ground, long, picks, titled, type Values } from '../fields/index.ts'
import { isFiled } from '../filing/state.ts'
import { type AssemblyKind, assemblies } from './kinds.ts'

/** P9d: items that could be handed over: not passed, not under vote, and neither there now nor turned down there. */
export const disputed = ({ items, rounds, escalations }: Consultation): Item[] =>
  items.filter(({ item, status, withdrawn }) => {
    const latest = escalations.findLast(({ items: given }) => given.includes(item))
    const turnedDown = latest?.vote?.items.some((one) => one.item === item && one.result === 'failed') === true
    return (
      status !== 'passed' &&
      withdrawn === undefined &&
      !rounds.some((round) => round.status !== 'closed' && round.items.includes(item)) &&
      (latest === undefined || (latest.vote !== undefined && !(turnedDown && status === 'failed')))
    )
  })

const withQuorum = ({ label, quorum: { needs, of }, exceeds }: (typeof assemblies)[AssemblyKind]) =>
  text(
    `${label.zh}（${exceeds ? '超过' : '至少'}${of}分之${needs}到会）`,
    `${label.en} (${exceeds ? 'more than' : 'at least'} ${needs}/${of} attend)`,
  )

const bodies = {
  villageAssembly: withQuorum(assemblies.villageAssembly),
  households: withQuorum(assemblies.households),
  representatives: withQuorum(assemblies.representatives),
  residentsAssembly: withQuorum(assemblies.residentsAssembly),
}

export const escalateFields = {
  to: { ...choice(text('提交给', 'Hand it to'), bodies), first: () => 'villageAssembly' },
  items: picks(
    text('表决哪几条', 'Items to vote on'),
    ({ state }: Ground) => titled(state && disputed(state)),
    z.array(itemNumber).min(1).max(100),
  ),
  reason: long(text('为什么提交', 'Why'), 500),
} satisfies Fields

/** P9d: what cannot be settled or is much disputed goes to the assembly or the representatives. */
export function escalate(state: Consultation, command: Values<typeof escalateFields>): Decision {
  if (isFiled(state)) return refuse(stateRefusal('P9d', 'alreadyFiled'))
  const items = [...new Set(command.items)].sort((a, b) => a - b)
  for (const item of items) {
    const found = state.items.find((one) => one.item === item)
    const detail = { field: 'items', params: { item } }
    if (found === undefined) return refuse(ruleRefusal('P9d', 'itemUnknown', detail))
    if (found.status === 'passed') return refuse(stateRefusal('P9d', 'itemPassed', detail))
    if (found.withdrawn !== undefined) return refuse(stateRefusal('P9d', 'itemWithdrawn', detail))
    if (state.rounds.some((round) => round.status !== 'closed' && round.items.includes(item)))
      return refuse(stateRefusal('P9d', 'itemUnderVote', detail))
    if (state.escalations.some(({ vote, items: given }) => vote === undefined && given.includes(item)))
      return refuse(stateRefusal('P9d', 'alreadyEscalated', detail))
  }
  return accept({ type: 'Escalated', data: { ...command, items, escalation: state.escalations.length + 1 } })
}
