import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import { publishOutcome, publishOutcomeFields } from './publish.ts'

export const publicationCommands = {
  publishOutcome: command('P8', text('公示协商成果', 'Publish the outcome'), publishOutcomeFields, publishOutcome, {
    afterClosing: true,
    rests: ['record', 'publication', 'correction'],
  }),
} as const
