/** What a function is given at its start, turn by turn. */
export type Given = {
  /** The least that it can be asked: it reads what it keeps, and finds nothing to do. */
  readonly least: (turn: number) => unknown
  /** Something to do, where it ever does more than read. */
  readonly work?: (turn: number) => unknown
}

/** Every message may come twice: the second time its work is done. */
export function twice(work: (turn: number) => unknown): Given {
  let last: unknown
  return {
    async work(turn) {
      last = await work(turn)
      return last
    },
    least: () => last,
  }
}
