/**
 * Work that goes on as long as there is any, once at a time. Whoever wakes it while it is at work makes it look once more.
 * @param round does what there is to do and says whether there was anything
 */
export function openLoop(round: () => Promise<boolean>, failed: (error: unknown) => void) {
  let going: Promise<void> | undefined
  let again = false
  let ended = false
  let held = false

  async function work(): Promise<void> {
    while (again && !ended) {
      again = false
      try {
        again = (await round()) || again
      } catch (error) {
        failed(error)
      }
    }
    going = undefined
  }

  return {
    wake(): void {
      again = true
      if (!ended && !held) going ??= work()
    },
    /** Lets what is under way come to its end, and begins nothing more. */
    async hold(): Promise<void> {
      await going
      held = true
    },
    release(): void {
      held = false
      if (again && !ended) going ??= work()
    },
    async stop(): Promise<void> {
      ended = true
      await going
    },
  }
}
