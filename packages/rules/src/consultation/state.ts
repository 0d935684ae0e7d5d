import type { Item } from '../deliberation/state.ts'
import type { FollowUp } from '../followUp/shapes.ts'
import type { Notice, Posting, Telling } from '../notice/state.ts'
import type { Parameters } from '../parameters/parameters.ts'
import type { List } from '../participants/state.ts'
import type { Filing, Publication } from '../record/state.ts'
import type { Session } from '../session/state.ts'
import type { Form, Step } from '../taxonomy/procedure.ts'
import type { ProcedureStep, Topic } from '../topic/state.ts'
import type { Round } from '../voting/state.ts'
import type { Exception, Stamp } from './stamp.ts'

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
  readonly postings: readonly Posting[]
  readonly forms: readonly Form[]
  readonly items: readonly Item[]
  readonly sessions: readonly Session[]
  readonly rounds: readonly Round[]
  /** How many opinions were answered; each answer stands on its opinion. */
  readonly opinionsAnswered: number
  /** P11a: how many pieces of feedback were. */
  readonly feedbackAnswered: number
  /** When the last opinion was answered; absent while none was. */
  readonly lastOpinionAnswer?: string
  readonly filings: readonly Filing[]
  readonly publications: readonly Publication[]
  readonly exceptions: readonly Exception[]
  /** E4: the hash of the last event; absent while all were written before there were chains. */
  readonly chainHead?: string
  /** E4: how far everybody may read its chain: to its last publication (P8). */
  readonly publishedChain?: { readonly event: number; readonly hash: string }
}
