import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'

export type ArchiveEvents = {
  CaseClosed: { summary: string }
  ModelPromoted: { reason: string }
  /** P11a: another consultation takes the matter up again. */
  TakenUpAgain: { consultation: string; title: string }
}

export const archiveEvents: Words<ArchiveEvents> = {
  CaseClosed: happened(['closing'], text('办结归档', 'closed and archived it')),
  ModelPromoted: happened(['closing'], text('评为典型案例', 'made it a model')),
  TakenUpAgain: happened(['again'], text('再次协商', 'took it up again')),
}
