import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'
import type { Unstamped } from '../consultation/stamp.ts'
import type { List } from './state.ts'

export type ParticipantsEvents = { ParticipantsFixed: Unstamped<List> }

export const participantsEvents: Words<ParticipantsEvents> = {
  ParticipantsFixed: happened(['participants'], text('确定协商主体', 'fixed the participants')),
}
