/** A pause that ends early when something may have happened. */
export function openNudge() {
  const waiting = new Set<() => void>()
  return {
    nudge(): void {
      for (const wake of [...waiting]) wake()
    },
    pause(ms: number): Promise<void> {
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          waiting.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        waiting.add(wake)
      })
    },
  }
}

export type Nudge = ReturnType<typeof openNudge>

/** A loop that runs until it is stopped; a failure is reported and followed by a rest. */
export function openLoop(step: () => Promise<void>, failed: (error: unknown) => void, rest: () => Promise<void>) {
  let stopped = false
  const ended = (async () => {
    while (!stopped) {
      try {
        await step()
      } catch (error) {
        if (stopped) break
        failed(error)
        await rest()
      }
    }
  })()
  return {
    stop(): Promise<void> {
      stopped = true
      return ended
    },
  }
}
