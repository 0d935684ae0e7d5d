import type { Actor, PlaceCode } from '@xieshang/kernel'
import type { Catalogue } from '../catalogue/base.ts'
import type { Parameters } from '../parameters/parameters.ts'
import type { ParticipantCategory, ParticipantClass } from '../taxonomy/participants.ts'
import type { CountedBallot, PaperBallot } from '../voting/state.ts'

/** What the register knows of a person who is put on a list. */
export type PersonFact = {
  readonly name: string
  readonly division: PlaceCode
  readonly category: ParticipantCategory
  readonly class: ParticipantClass
  readonly phone: boolean
}

/** What is known of a seat outside the events: facts that many people write at once, each on an own item. */
export type SeatFact = {
  readonly seat: number
  readonly told: boolean
}

/** A seat's ballot seat in a round: whether it voted, and how where the round is named. */
export type BallotFact = {
  readonly seat: number
  readonly voted: boolean
}

/** What residents wrote that nobody has answered: it stands on their seats, and not in the state. */
export type Unanswered = { readonly opinions: number; readonly feedback: number }

/** Everything a decision needs that the events do not hold. No rule reads a clock, a store or chance. */
export type Context = {
  /** Instant in UTC. */
  readonly now: string
  readonly actor: Actor
  /** The county's parameters in force; only a new consultation takes them over. */
  readonly parameters: Parameters
  /** M6: the county's catalogue in force (`proposeTopic`, `resubmitTopic`); the policy's own where it has none. */
  readonly catalogue?: Catalogue | undefined
  /** Persons of the register that the command names or means, by id (`fixParticipants`). */
  readonly people?: ReadonlyMap<string, PersonFact>
  /** Hashes of the pages that its seats were written on (`fixParticipants`). */
  readonly pages?: readonly string[]
  /** Every seat with what is known of it (`openRound`, `recordTelling`). */
  readonly seats?: readonly SeatFact[]
  /** Final ballot seats and ballots of the round being counted (`countRound`). */
  readonly ballotSeats?: readonly BallotFact[]
  readonly ballots?: readonly CountedBallot[]
  /** The named ballots that were entered on paper (`confirmPapers`, `countRound`). */
  readonly papers?: readonly PaperBallot[] | undefined
  /** The public key of a secret round's ballots, made for it (`openRound`). */
  readonly seal?: string | undefined
  /** The consultation that a new one follows (`proposeTopic`); undefined when there is none. */
  readonly followed?: { readonly published: boolean } | undefined
  /** What residents wrote that nobody has answered (`closeCase`, `endCase`). */
  readonly unanswered?: Unanswered
  /** Whether the photo that the command names was handed in (`recordTelling`, `recordPosting`). */
  readonly photoExists?: boolean
  /** Whether the opinion that is answered exists, and whether it was answered before (`answerOpinion`). */
  readonly opinionExists?: boolean
  readonly opinionAnswered?: boolean
  /** Whether it was left as feedback after the publication (P11a). */
  readonly opinionIsFeedback?: boolean
}
