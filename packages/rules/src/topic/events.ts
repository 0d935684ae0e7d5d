import { type PlaceCode, text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'
import type { Parameters } from '../parameters/parameters.ts'
import type { ProcedureStep, Topic } from './state.ts'

export type TopicEvents = {
  TopicProposed: {
    tenant: PlaceCode
    division: PlaceCode
    topic: Topic
    parameters: Parameters
    villages?: readonly PlaceCode[]
  }
  ProcedureSet: { steps: readonly ProcedureStep[] }
  TopicReturned: { reason: string }
  TopicResubmitted: { topic: Topic }
  TopicRegistered: { party: string; committee: string }
}

export const topicEvents: Words<TopicEvents> = {
  TopicProposed: happened(['topic'], text('提出议题', 'proposed the topic')),
  ProcedureSet: happened(['topic'], text('确定跨社区协商程序', 'set the steps')),
  TopicReturned: happened(['topic'], text('退回议题', 'returned the topic')),
  TopicResubmitted: happened(['topic'], text('重新提出议题', 'resubmitted the topic')),
  TopicRegistered: happened(['topic'], text('备案议题', 'registered the topic')),
}
