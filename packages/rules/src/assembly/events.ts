import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'
import type { AssemblyKind } from './kinds.ts'
import type { Escalation } from './state.ts'

type AssemblyVote = NonNullable<Escalation['vote']>

export type AssemblyEvents = {
  Escalated: { escalation: number; to: AssemblyKind; items: readonly number[]; reason: string }
  AssemblyVoted: {
    escalation: number
    heldOn: string
    members: number
    attended: number
    needed: number
    votes: AssemblyVote['items']
  }
}

export const assemblyEvents: Words<AssemblyEvents> = {
  Escalated: happened(['assembly'], text('提交会议表决', 'handed items to the assembly')),
  AssemblyVoted: happened(['assembly', 'items'], text('登记会议表决结果', "recorded the assembly's vote")),
}
