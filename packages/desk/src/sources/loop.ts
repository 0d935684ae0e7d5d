/** A loop that runs until it is stopped; a failure is followed by a rest, and said once until something goes well again. */
export function openLoop(step: () => Promise<void>, failed: (error: unknown) => void, rest: () => Promise<void>) {
  let stopped = false
  let said: string | undefined
  const ended = (async () => {
    while (!stopped) {
      try {
        await step()
        said = undefined
      } catch (error) {
        if (stopped) break
        if (String(error) !== said) failed(error)
        said = String(error)
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
