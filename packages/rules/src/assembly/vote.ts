import { dayOf, text } from '@xieshang/kernel'
import * as z from 'zod'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { itemNumber } from '../consultation/primitives.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { count, day, type Fields, type Ground, known, titled, type Values, votes } from '../fields/index.ts'
import { hasMajority, hasQuorum, quorumOf } from '../voting/arithmetic.ts'
import { type AssemblyKind, assemblies } from './kinds.ts'

const heads = z.int().min(0).max(1_000_000)

const handedOver = ({ state, known: { escalation } }: Ground) => {
  const items = state?.escalations.find((one) => one.escalation === escalation)?.items ?? []
  return titled(state?.items.filter(({ item }) => items.includes(item)))
}

export const recordAssemblyFields = {
  escalation: known(z.int().min(1).max(100)),
  heldOn: { ...day(text('召开日期', 'Held on')), first: ({ now }) => dayOf(now) },
  /** Who belongs to it, and who attended. */
  members: count(text('应到人数', 'Members'), 1, 1_000_000),
  attended: count(text('到会人数', 'Attended'), 0, 1_000_000),
  votes: votes(
    text('各条票数', 'Votes on each item'),
    handedOver,
    z
      .array(z.strictObject({ item: itemNumber, yes: heads, no: heads, abstain: heads }))
      .min(1)
      .max(100),
  ),
} satisfies Fields

const half = { needs: 1, of: 2 }

/** P9d: how many of its members an assembly needs: exactly the share, or one more where it must be exceeded. */
export function assemblyNeeds(kind: AssemblyKind, members: number): number {
  const { quorum, exceeds } = assemblies[kind]
  const atLeast = quorumOf(members, quorum)
  return exceeds && atLeast * quorum.of === members * quorum.needs ? atLeast + 1 : atLeast
}

/** P9d: its vote, under its own quorum; more than half of who attended decide. */
export function recordAssembly(
  state: Consultation,
  command: Values<typeof recordAssemblyFields>,
  context: Context,
): Decision {
  const escalation = state.escalations.find((one) => one.escalation === command.escalation)
  if (escalation === undefined) return refuse(ruleRefusal('P9d', 'escalationUnknown', { field: 'escalation' }))
  if (escalation.vote !== undefined) return refuse(stateRefusal('P9d', 'escalationVoted'))
  const { members, attended, votes } = command
  if (command.heldOn > dayOf(context.now)) return refuse(ruleRefusal('P9d', 'heldInFuture', { field: 'heldOn' }))
  if (attended > members) return refuse(ruleRefusal('P9d', 'moreThanMembers', { field: 'attended' }))
  const voted = votes.map(({ item }) => item).sort((a, b) => a - b)
  if (voted.join() !== escalation.items.join())
    return refuse(ruleRefusal('P9d', 'countsIncomplete', { field: 'votes', params: { items: escalation.items } }))
  const over = votes.findIndex(({ yes, no, abstain }) => yes + no + abstain > attended)
  if (over >= 0)
    return refuse(
      ruleRefusal('P9d', 'tooManyHands', {
        field: `votes.${over}`,
        params: { item: votes[over]?.item ?? 0, voters: attended },
      }),
    )
  const needed = assemblyNeeds(escalation.to, members)
  const quorate = hasQuorum(attended, needed, { needs: 1, of: 1 })
  return accept({
    type: 'AssemblyVoted',
    data: {
      ...command,
      needed,
      votes: votes.map((vote) => ({
        ...vote,
        result: !quorate ? 'noQuorum' : hasMajority(vote.yes, attended, half) ? 'passed' : 'failed',
      })),
    },
  })
}
