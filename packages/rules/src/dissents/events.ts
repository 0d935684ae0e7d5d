import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'

export type DissentsEvents = {
  DissentRecorded: { dissent: number; item: number; words: string; name?: string }
  DissentExplained: { dissent: number; text: string }
}

export const dissentsEvents: Words<DissentsEvents> = {
  DissentRecorded: happened(['dissents'], text('登记不同意见', 'recorded a dissent')),
  DissentExplained: happened(['dissents'], text('解释说明', 'explained it to a dissenter')),
}
