import type {
  ApplicationState,
  Consultation,
  ConsultationEvent,
  Dissent,
  ListedSeat,
  SeatRecord,
} from '@xieshang/rules'

export type RecordSeat = ListedSeat & { readonly told?: { readonly channel: string; readonly at: string } }

export type RecordOpinion = {
  readonly seat: number
  readonly name: string
  readonly text: string
  readonly at: string
  readonly answer?: { readonly text: string; readonly at: string }
}

/** Everything the record is built from. */
export type RecordInput = {
  readonly consultation: Consultation
  readonly seats: readonly RecordSeat[]
  readonly events: readonly ConsultationEvent[]
  /** P6b: what each seat was when a round closed, by round. */
  readonly rounds: ReadonlyMap<number, readonly SeatRecord[]>
  /** P9f: the opposing opinions, in their order. */
  readonly dissents: readonly Dissent[]
  readonly opinions: readonly RecordOpinion[]
  /** S4: who applied to take part, and what was decided. */
  readonly applications?: readonly {
    readonly name: string
    readonly state: ApplicationState
    readonly reason: string
  }[]
  /** Names from the city down to the village or community. */
  readonly place: readonly string[]
  /** Names of the villages that consult together, where they are several (P9e). */
  readonly villages?: readonly string[]
  /** Instant of making. */
  readonly at: string
}
