import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import { escalate, escalateFields } from './escalate.ts'
import { recordAssembly, recordAssemblyFields } from './vote.ts'

export const assemblyCommands = {
  escalate: command('P9d', text('提交会议表决', 'Hand to the assembly'), escalateFields, escalate, {
    rests: ['voting', 'assembly', 'record'],
  }),
  recordAssembly: command(
    'P9d',
    text('记录会议表决', "Record the assembly's vote"),
    recordAssemblyFields,
    recordAssembly,
    { rests: ['assembly'] },
  ),
} as const
