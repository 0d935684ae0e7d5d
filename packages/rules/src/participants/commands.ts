import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import { fixParticipantsFields } from './listFields.ts'
import { fixParticipants } from './participants.ts'

export const participantsCommands = {
  fixParticipants: command(
    'P2a',
    text('确定协商主体', 'Fix the participants'),
    fixParticipantsFields,
    fixParticipants,
    { needs: ['people'], rests: ['topic', 'participants'] },
  ),
} as const
