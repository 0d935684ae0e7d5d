import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'
import type { SeatSet } from '../participants/seatSet.ts'
import type { Secrecy, VotingMethod } from '../taxonomy/procedure.ts'
import type { ClosedRound, Count, PapersEntry, Tally } from './state.ts'

export type VotingEvents = {
  RoundOpened: {
    round: number
    method: VotingMethod
    secrecy: Secrecy
    items: readonly number[]
    session?: number
    closesAt?: string
    paper?: SeatSet
    untold: SeatSet
    /** The public key that the ballots of a secret round online are sealed to, base64url. */
    seal?: string | undefined
  }
  HandsEntered: { round: number; counts: readonly Count[] }
  HandsConfirmed: { round: number }
  PapersEntered: { round: number } & PapersEntry
  PapersConfirmed: { round: number }
  RoundClosing: { round: number }
  RoundClosed: {
    round: number
    tally: Tally
    /** SHA-256 of the pages, of 200 seats each, that say what each seat was; the store writes them before. */
    pages: readonly string[]
    /** P9f: how many words came with votes against; each is an item of its own. */
    dissents: number
    /** What version 1 held in the event itself. */
    kept?: Omit<ClosedRound, 'round'>
  }
}

export const votingEvents: Words<VotingEvents> = {
  RoundOpened: happened(['voting'], text('开始表决', 'opened the vote')),
  HandsEntered: happened(['voting'], text('录入票数', 'entered the count')),
  HandsConfirmed: happened(['voting'], text('复核票数', 'confirmed the count')),
  PapersEntered: happened(['voting'], text('录入纸质票', 'entered the paper ballots')),
  PapersConfirmed: happened(['voting'], text('复核纸质票', 'confirmed the paper ballots')),
  RoundClosing: happened(['voting'], text('结束投票', 'closed the vote')),
  RoundClosed: happened(['voting', 'items', 'dissents'], text('计票', 'counted the vote')),
}
