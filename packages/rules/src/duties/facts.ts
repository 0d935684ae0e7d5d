/** What stands on the seats and beside the consultation, and not in its state. */
export type DutyFacts = {
  /** Seats that nobody has told yet, and the instant at which the last one was told. */
  readonly untold: number
  readonly lastTold?: string | undefined
  /** Opinions that were left. */
  readonly opinions: number
  /** What residents wrote after the publication, by day: how much, how much is answered, and the last day of it (P11a). */
  readonly feedback?: readonly {
    readonly day: string
    readonly left: number
    readonly answered: number
    readonly answeredOn?: string | undefined
  }[]
  /** Days on which the outcome was reviewed outside the consultation's own sessions (F4). */
  readonly reviewedOn?: readonly string[]
}
