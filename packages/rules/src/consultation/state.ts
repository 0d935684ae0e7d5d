import type { MatterAsFiled } from '../catalogue/base.ts'
import type { FilingAnswer, FollowUp } from '../followUp/shapes.ts'
import type { Parameters } from '../parameters/parameters.ts'
import type { Composition } from '../participants/composition.ts'
import type { SeatSet } from '../participants/seatSet.ts'
import type { ParticipantCategory, ParticipantClass } from '../taxonomy/participants.ts'
import type {
  Aspect,
  Channel,
  Choice,
  FilingBody,
  Form,
  ProposerKind,
  Secrecy,
  SessionKind,
  Step,
  VotingMethod,
} from '../taxonomy/procedure.ts'
import type { PaperBallot } from '../voting/choice.ts'
import type { By } from './by.ts'

export type Stamp = { readonly at: string; readonly by: By }

/** A named officer's recorded reason to go on against a clause. */
export type Exception = Stamp & { readonly clause: string; readonly reason: string }

export type Proposer = { readonly kind: ProposerKind; readonly name: string }

export type Topic = {
  readonly title: string
  readonly description: string
  readonly matter: string
  readonly catalogueVersion: string
  /** M6: what that version says of the matter. Topics from before counties had catalogues have none. */
  readonly asFiled?: MatterAsFiled
  readonly publicInterest: boolean
  readonly proposers: readonly Proposer[]
  /** P11a: the consultation whose feedback led to this one. */
  readonly follows?: string
}

/** A step of a consultation over several villages, and who is in charge of it. */
export type ProcedureStep = { readonly title: string; readonly body: string }

export type ListedSeat = {
  readonly seat: number
  readonly person: string
  readonly name: string
  readonly category: ParticipantCategory
  readonly class: ParticipantClass
  readonly votes: boolean
  /** Why somebody from outside the place is on the list (P2a). */
  readonly outsiderReason?: string
}

/** The four factors of P2a on which the list rests. */
export type ListBasis = {
  readonly nature: string
  readonly interests: string
  readonly complexity: string
  readonly scope: string
}

export type List = Stamp & {
  readonly basis: ListBasis
  readonly listed: number
  /** Seats that attend without a vote; every other seat votes. */
  readonly nonVoting: SeatSet
  readonly residents: number
  readonly composition: Composition
  /** Hashes of the pages of 200 seats, from the first; none where the list is from before there were pages. */
  readonly pages: readonly string[]
}

export type Material = { readonly title: string; readonly text: string }

export type Meeting = { readonly at: string; readonly place: string }

export type Notice = Stamp & {
  readonly notice: number
  readonly text: string
  readonly materials: readonly Material[]
  readonly meeting: Meeting
  readonly opinionsUntil: string
  readonly channels: readonly Channel[]
}

/** Seats told in person or by a board, as an officer recorded it (P3a, S2). */
export type Telling = Stamp & {
  readonly seats: SeatSet
  readonly channel: Channel
  readonly toldAt: string
  readonly teller: string
  readonly note: string
  readonly photo?: string
}

/** A notice or an outcome put up on a channel, by somebody or by the system, or that the system could not (P3a, P8). */
export type Posting = Stamp & {
  readonly of: 'notice' | 'outcome'
  /** Which notice or publication, from 1. */
  readonly number: number
  readonly channel: Channel
  readonly postedAt: string
  readonly poster: string
  readonly place: string
  readonly note: string
  readonly photo?: string
  readonly failed?: true
}

export type ItemStatus = 'open' | 'passed' | 'failed'

export type ItemAspects = { readonly [aspect in Aspect]: string }

export type Item = {
  readonly item: number
  readonly title: string
  readonly aspects: ItemAspects
  readonly status: ItemStatus
  readonly revision: number
  readonly discussions: readonly (Stamp & { readonly session: number; readonly text: string })[]
}

export type Session = Stamp & {
  readonly session: number
  readonly kind: SessionKind
  readonly place: string
  readonly host: string
  readonly recorder: string
  readonly present: SeatSet
  readonly attendanceTaken: boolean
  readonly closedAt?: string
}

export type Count = { readonly item: number; readonly yes: number; readonly no: number; readonly abstain: number }

/** `tooFew`: so few secret ballots that opening them could have revealed somebody (P6a). */
export type ItemResult = 'passed' | 'failed' | 'noQuorum' | 'tooFew'

/** A counted item of a round; `base` is the number of voting seats the majority was counted over. */
export type ItemTally = Count & { readonly base: number; readonly result: ItemResult }

/** What a seat was when its round closed. */
export type SeatRecord = {
  readonly seat: number
  readonly voting: boolean
  readonly told: boolean
  readonly present: boolean
  readonly voted: boolean
  readonly choices?: readonly { readonly item: number; readonly choice: Choice }[]
}

export type Tally = {
  readonly listed: number
  readonly attended: number
  readonly attendedVoting: number
  readonly quorumNeeded: number
  readonly quorate: boolean
  readonly base: number
  readonly items: readonly ItemTally[]
}

/** What came back on paper: ballots by seat where the round is named, else who returned one, and the counts. */
export type Papers = {
  readonly ballots: readonly PaperBallot[]
  readonly returned: readonly number[]
  readonly counts: readonly Count[]
}

/** What the head keeps of it: who returned a paper; the named ballots lie on pages of their own. */
export type PapersEntry = {
  readonly returned: SeatSet
  readonly counts: readonly Count[]
  /** SHA-256 of the pages of named ballots, of 200 each. */
  readonly pages: readonly string[]
  /** What version 1 held in the event itself. */
  readonly kept?: readonly PaperBallot[]
}

export type RoundStatus = 'open' | 'closing' | 'closed'

export type Round = Stamp & {
  readonly round: number
  readonly method: VotingMethod
  readonly secrecy: Secrecy
  readonly items: readonly number[]
  readonly session?: number
  readonly closesAt?: string
  readonly status: RoundStatus
  /** What the first of two officers entered (P6a). */
  readonly entry?: Stamp & { readonly counts: readonly Count[] }
  /** The public key that the ballots of a secret round online are sealed to. */
  readonly seal?: string | undefined
  /** Seats that vote on paper in this round. */
  readonly paper?: SeatSet
  readonly papers?: Stamp & PapersEntry
  readonly confirmedBy?: By
  readonly tally?: Tally
  readonly closedAt?: string
  /** P9f: the numbers, among all opposing opinions, of the words on its ballots. */
  readonly words?: { readonly from: number; readonly to: number }
}

export type Filing = Stamp & {
  readonly bodies: readonly { readonly body: FilingBody; readonly name: string; readonly answer?: FilingAnswer }[]
}

export type Publication = Stamp & {
  readonly channels: readonly Channel[]
  readonly from: string
  readonly until: string
  readonly text: string
}

/** The fold of a consultation's events, kept as its head. Seats are items of their own; the head holds their numbers. */
export type Consultation = FollowUp & {
  readonly id: string
  readonly version: number
  readonly tenant: string
  readonly division: string
  readonly step: Step
  readonly parameters: Parameters
  /** P9e: the villages that a township consults together. */
  readonly villages?: readonly string[]
  /** P9e: the steps that the township set before it started. */
  readonly procedure?: Stamp & { readonly steps: readonly ProcedureStep[] }
  readonly topic: Topic
  readonly proposed: Stamp
  readonly updatedAt: string
  readonly returned?: Stamp & { readonly reason: string }
  readonly registered?: Stamp & { readonly party: string; readonly committee: string }
  readonly list?: List
  readonly notices: readonly Notice[]
  readonly tellings: readonly Telling[]
  /** Absent while there is none. */
  readonly postings?: readonly Posting[]
  readonly forms: readonly Form[]
  readonly items: readonly Item[]
  readonly sessions: readonly Session[]
  readonly rounds: readonly Round[]
  /** How many opinions were answered; each answer stands on its opinion. */
  readonly opinionsAnswered: number
  /** P11a: how many pieces of feedback were. */
  readonly feedbackAnswered: number
  /** When the last opinion was answered; heads from before it was kept have none. */
  readonly lastOpinionAnswer?: string
  readonly filings: readonly Filing[]
  readonly publications: readonly Publication[]
  readonly exceptions: readonly Exception[]
}
