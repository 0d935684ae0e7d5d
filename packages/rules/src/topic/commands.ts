import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import { registerTopic, resubmitTopic, returnTopic, setProcedure } from './topic.ts'
import { registerTopicFields, resubmitTopicFields, returnTopicFields, setProcedureFields } from './topicFields.ts'

export const topicCommands = {
  registerTopic: command('P1b', text('备案议题', 'Register the topic'), registerTopicFields, registerTopic, {
    rests: ['topic'],
  }),
  returnTopic: command('P1b', text('退回议题', 'Return the topic'), returnTopicFields, returnTopic, {
    rests: ['topic'],
  }),
  resubmitTopic: command('P1b', text('重新提出议题', 'Resubmit the topic'), resubmitTopicFields, resubmitTopic, {
    needs: ['catalogue'],
    rests: ['topic'],
  }),
  setProcedure: command('P9e', text('确定跨社区协商程序', 'Set the steps'), setProcedureFields, setProcedure, {
    verb: 'direct',
    rests: ['topic'],
  }),
} as const
