const lookEveryMs = 50
/** Longer than a stream's reader sleeps, so that what was written has been seen. */
const quietForMs = 700
const patienceMs = 20_000

/** Knows whether what was begun is finished: what was written has been handed on, and nobody works any more. */
export function openQuiet(busy: () => boolean) {
  let changed = 0
  let seen = 0
  return {
    /** Something happened that others follow. */
    note(): void {
      changed++
    },
    /** Waits for it; not for ever, since a message can wait for its next try. */
    async settled(): Promise<void> {
      if (changed === seen && !busy()) return
      const pause = () => new Promise((resolve) => setTimeout(resolve, lookEveryMs))
      for (let waited = 0, quiet = 0; quiet < quietForMs && waited < patienceMs; waited += lookEveryMs) {
        await pause()
        quiet = changed === seen && !busy() ? quiet + lookEveryMs : 0
        seen = changed
      }
    },
  }
}

export type Quiet = ReturnType<typeof openQuiet>
