import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'
import type { End } from './ends.ts'

export type ArchiveEvents = {
  /** E1: how it ended; what came of it, or why it came to nothing. */
  CaseClosed: {
    summary: string
    end: End
    /** People were told of it and hear of no outcome: each is told that it ended. */
    announced?: true
  }
  ModelPromoted: { reason: string }
  /** P11a: another consultation takes the matter up again. */
  TakenUpAgain: { consultation: string; title: string }
}

export const archiveEvents: Words<ArchiveEvents> = {
  CaseClosed: happened(['closing'], text('结束并归档', 'ended and archived it')),
  ModelPromoted: happened(['closing'], text('评为典型案例', 'made it a model')),
  TakenUpAgain: happened(['again'], text('再次协商', 'took it up again')),
}
