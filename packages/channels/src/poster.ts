/** What came of putting something up. */
export type Posted = {
  /**
   * `refused` for good: somebody puts it up by hand. `unanswered`: it is tried again, and in the end left to somebody.
   */
  readonly kind: 'posted' | 'refused' | 'unanswered'
  /** Under which name it goes out; the county's own where there is none. */
  readonly place?: string
  /** For the officer, in Chinese. */
  readonly note: string
  /** What stood against it, for the log. */
  readonly error?: unknown
}

/** Whoever puts something up on a channel for everybody. */
export type Poster<Words> = (words: Words) => Promise<Posted>
