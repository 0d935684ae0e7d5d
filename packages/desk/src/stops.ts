type Stop = () => Promise<unknown> | unknown

/** What a run began, to be ended in the opposite order. */
export function openStops() {
  const stops: Stop[] = []
  return {
    add: (...more: readonly Stop[]): void => void stops.push(...more),
    /** Ends all of it, once. */
    end: async (): Promise<void> => {
      for (const stop of stops.splice(0).reverse()) await stop()
    },
  }
}

export type Stops = ReturnType<typeof openStops>
