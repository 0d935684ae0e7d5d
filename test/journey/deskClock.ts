import { openApi } from './api.ts'

/** The one clock of the desk, as those who walk see it: they never look at their own. */
export type DeskClock = {
  readonly now: () => Promise<Date>
  /** Comes back when it is at least so late; all who walk at once wait for each other, for it is one clock. */
  readonly waitUntil: (instant: Date) => Promise<void>
  /** Waits for nothing any more: the others need not wait for this one. */
  readonly leave: () => void
}

/** Puts the desk's clock forward, also over a city that is ended in between. */
async function advance(origin: string, target: Date, patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs
  for (;;) {
    try {
      const response = await fetch(`${origin}/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to: target.toISOString() }),
      })
      // It is later already when somebody else put it forward.
      if (response.status === 422) return
      await response.json()
      return
    } catch (error) {
      if (Date.now() >= until) throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

/** The clock of a city for so many who walk at once. */
export function openDeskClock(
  city: { readonly origin: string; readonly patienceMs: number },
  walkers: number,
): DeskClock {
  const api = openApi(city.origin, city.patienceMs)
  const now = async () => new Date((await api.send<{ now: string }>({ method: 'GET', path: '/clock' })).now)
  let waiting: { instant: Date; go: () => void; fail: (error: unknown) => void }[] = []
  let left = walkers

  async function goOn(): Promise<void> {
    if (waiting.length < left || waiting.length === 0) return
    const all = waiting
    waiting = []
    const last = new Date(Math.max(...all.map(({ instant }) => instant.getTime())))
    try {
      await advance(city.origin, last, city.patienceMs)
      for (const { go } of all) go()
    } catch (error) {
      for (const { fail } of all) fail(error)
    }
  }

  return {
    now,
    waitUntil: (instant) =>
      new Promise((go, fail) => {
        waiting.push({ instant, go, fail })
        void goOn()
      }),
    leave(): void {
      left--
      void goOn()
    },
  }
}

/** The machine's clock, for a city that has none of its own: nobody waits, and nothing falls due. */
export const machineClock: DeskClock = {
  now: async () => new Date(),
  waitUntil: async () => undefined,
  leave: () => undefined,
}
