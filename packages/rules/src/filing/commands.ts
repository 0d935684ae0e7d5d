import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import { answerFiling, answerFilingFields } from './answer.ts'
import { fileRecord, fileRecordFields } from './file.ts'

export const filingCommands = {
  fileRecord: command('P7', text('备案协商成果', 'File the record'), fileRecordFields, fileRecord, {
    rests: ['voting', 'assembly', 'record', 'correction'],
  }),
  answerFiling: command('P7', text('答复备案', 'Answer the filing'), answerFilingFields, answerFiling, {
    rests: ['record'],
  }),
} as const
