/** Rounds of reading come at least so far apart, and a source that nobody touched is looked at so often. */
const defaults = { roundMs: 300, idleMs: 5_000 }

type Waiting = { readonly source: string; readonly go: () => void }

/**
 * When streams are read. Each read holds the engine's writers up, so that a write does not start one: what was written
 * to until the next round is read in it, all sources together, and what nobody wrote to hardly ever.
 */
export function openPace({ roundMs, idleMs } = defaults) {
  const touched = new Set<string>()
  const waiting = new Set<Waiting>()
  let lastRound = 0
  let round: NodeJS.Timeout | undefined

  function plan(): void {
    if (round !== undefined || ![...waiting].some(({ source }) => touched.has(source))) return
    round = setTimeout(
      () => {
        round = undefined
        lastRound = Date.now()
        const going = [...waiting].filter(({ source }) => touched.has(source))
        for (const { source } of going) touched.delete(source)
        for (const one of going) one.go()
      },
      // Not at once even after a rest: what comes together is read together.
      Math.max(roundMs / 3, lastRound + roundMs - Date.now()),
    )
  }

  return {
    /** Says that there may be something to read. */
    touch(source: string): void {
      touched.add(source)
      plan()
    },

    /** Waits until a source is to be read. */
    turn(source: string): Promise<void> {
      return new Promise((resolve) => {
        const idle = setTimeout(() => one.go(), idleMs)
        const one: Waiting = {
          source,
          go: () => {
            clearTimeout(idle)
            waiting.delete(one)
            resolve()
          },
        }
        waiting.add(one)
        plan()
      })
    },

    /** Whether there may be something that was not read yet. */
    isDue: (source: string): boolean => touched.has(source),

    /** Lets go who waits for a source, so that they can end. */
    leave(source: string): void {
      for (const one of [...waiting]) if (one.source === source) one.go()
    },
  }
}

export type Pace = ReturnType<typeof openPace>
