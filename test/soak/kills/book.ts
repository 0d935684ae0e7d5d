import { EventEmitter } from 'node:events'
import type { Choice } from '@xieshang/rules'

export type Cast = {
  readonly seat: number
  readonly choices: readonly { readonly item: number; readonly choice: Choice }[]
}

/** What the city acknowledged of one consultation; and what it refused, which must not stand. */
export type CaseBook = {
  readonly id: string
  readonly village: string
  readonly title: string
  /** Names that were imported. */
  readonly names: readonly string[]
  /** Phone of each seat that has one. */
  readonly phones: ReadonlyMap<number, string>
  /** The personal link that each phone got. */
  readonly links: Map<number, string>
  /** Seats whose notice did not come, as the list for the door said, and who were told there. */
  readonly visited: Set<number>
  readonly secrecy: 'named' | 'secret'
  /** Types of events, one for each acknowledged command. */
  readonly events: string[]
  readonly opinions: string[]
  readonly answers: string[]
  readonly replies: Map<number, 'coming' | 'notComing'>
  readonly cast: Cast[]
  refused: number
  finished: boolean
}

/** States of a seat whose message is known not to have come, or not known to have: it is on the list for the door. */
export const toDoor: readonly string[] = ['failed', 'uncertain', 'unconfirmed']

/** How many writes were acknowledged, and how many of them only after they were sent again. */
export type Book = {
  readonly cases: CaseBook[]
  acknowledged: number
  again: number
  /** Tells of `acknowledged`, at the moment of each, and of `outgoing` when messages are about to go out. */
  readonly moments: EventEmitter
}

export const openBook = (): Book => ({ cases: [], acknowledged: 0, again: 0, moments: new EventEmitter() })
