import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'
import type { Unstamped } from '../consultation/stamp.ts'
import type { Publication } from './state.ts'

export type PublicationEvents = { OutcomePublished: Unstamped<Publication> }

export const publicationEvents: Words<PublicationEvents> = {
  OutcomePublished: happened(['publication'], text('公示成果', 'published the outcome')),
}
