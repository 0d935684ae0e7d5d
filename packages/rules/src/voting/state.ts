import type { By } from '../consultation/by.ts'
import type { Stamp } from '../consultation/stamp.ts'
import type { SeatSet } from '../participants/seatSet.ts'
import type { Choice, Secrecy, VotingMethod } from '../taxonomy/procedure.ts'

/** A choice on an item; who is against may say why (P9f). */
export type BallotChoice = { readonly item: number; readonly choice: Choice; readonly words?: string | undefined }

/** A named ballot that came back on paper. */
export type PaperBallot = { readonly seat: number; readonly choices: readonly BallotChoice[] }

/** The counted choices of one ballot; a secret ballot does not say whose it is. */
export type CountedBallot = {
  readonly choices: readonly BallotChoice[]
  readonly seat?: number
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

/** What a round leaves behind beside its event, since it grows with the list: what each seat was, and the words. */
export type ClosedRound = {
  readonly round: number
  readonly seats: readonly SeatRecord[]
  /** P9f: the words that came with votes against; whose they are only where the round was named. */
  readonly dissents: readonly { readonly item: number; readonly words: string; readonly seat?: number }[]
}

export type VotingState = { readonly rounds: readonly Round[] }

export const noRounds: VotingState = { rounds: [] }
