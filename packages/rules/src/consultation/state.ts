import type { PlaceCode } from '@xieshang/kernel'
import type { ArchiveState } from '../archive/state.ts'
import type { AssemblyState } from '../assembly/state.ts'
import type { CorrectionState } from '../correction/state.ts'
import type { DeliberationState } from '../deliberation/state.ts'
import type { DissentsState } from '../dissents/state.ts'
import type { FilingState } from '../filing/state.ts'
import type { MajorState } from '../major/state.ts'
import type { NoticeState } from '../notice/state.ts'
import type { Parameters } from '../parameters/parameters.ts'
import type { ParticipantsState } from '../participants/state.ts'
import type { PublicationState } from '../publication/state.ts'
import type { ReportsState } from '../reports/state.ts'
import type { SessionState } from '../session/state.ts'
import type { SupervisionState } from '../supervision/state.ts'
import type { TasksState } from '../tasks/state.ts'
import type { Step } from '../taxonomy/procedure.ts'
import type { TopicState } from '../topic/state.ts'
import type { VotingState } from '../voting/state.ts'
import type { Exception } from './stamp.ts'

/** The fold of a consultation's events, kept as its head. Seats are items of their own; the head holds their numbers. */
export type Consultation = TopicState &
  ParticipantsState &
  NoticeState &
  DeliberationState &
  SessionState &
  VotingState &
  FilingState &
  PublicationState &
  AssemblyState &
  MajorState &
  TasksState &
  ReportsState &
  DissentsState &
  SupervisionState &
  CorrectionState &
  ArchiveState & {
    readonly id: string
    readonly version: number
    readonly tenant: PlaceCode
    readonly division: PlaceCode
    readonly step: Step
    readonly parameters: Parameters
    readonly updatedAt: string
    readonly exceptions: readonly Exception[]
    /** E4: the hash of the last event; absent while all were written before there were chains. */
    readonly chainHead?: string
    /** E4: how far everybody may read its chain: to its last publication (P8). */
    readonly publishedChain?: { readonly event: number; readonly hash: string }
  }
