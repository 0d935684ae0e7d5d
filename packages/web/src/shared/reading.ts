export type Read<T> = { readonly data: T | undefined; readonly error: unknown }

/** Longer than the API takes for anything (29 s): what is not answered by then is lost on its way. */
const patienceMs = 30_000

/**
 * One thing that is read again and again. One request is under way at a time, and an answer that was asked for before
 * something newer was asked for, or set, is not taken: it tells of the past.
 */
export function createReading<T>(load: () => Promise<T>) {
  const listeners = new Set<() => void>()
  let state: Read<T> = { data: undefined, error: undefined }
  let underWay: { readonly since: number } | undefined

  const show = (next: Read<T>) => {
    underWay = undefined
    state = next
    for (const listener of listeners) listener()
  }

  function reload(): void {
    const own = { since: performance.now() }
    underWay = own
    load().then(
      (data) => {
        if (underWay === own) show({ data, error: undefined })
      },
      (error: unknown) => {
        if (underWay === own) show({ data: state.data, error })
      },
    )
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get: () => state,
    reload,
    /** Asks again, where nothing is under way that may still be answered. */
    poll() {
      if (underWay === undefined || performance.now() - underWay.since > patienceMs) reload()
    },
    set: (data: T) => show({ data, error: undefined }),
    /** What is under way is not waited for any more. */
    stop: () => {
      underWay = undefined
    },
  }
}
