import type { Clock } from './clock.ts'

/** Something that falls due again and again. */
export type Recurring = {
  /** The first time after an instant at which it is due. */
  readonly next: (after: number) => number | undefined
  readonly call: () => Promise<unknown>
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const steps = [
  ...[1, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7, 14].map((count) => count * day),
]
const mostMoments = 48

/** So many calls at once: more would only wait for each other. */
const atOnce = 4

/** What is due ever so often is called at most so many times in one go. */
const stepOf = (span: number): number => steps.find((step) => span / step <= mostMoments) ?? 28 * day

/** What falls due after one instant and until another, in order: of what is due again within a step, the last time. */
export function momentsIn<R extends Pick<Recurring, 'next'>>(all: readonly R[], from: number, until: number) {
  const step = stepOf(until - from)
  const moments = new Map<number, R[]>()
  for (const one of all)
    for (let at = one.next(from); at !== undefined && at <= until; ) {
      const next = one.next(at)
      const again = next !== undefined && next <= until && Math.ceil(next / step) === Math.ceil(at / step)
      if (!again) moments.set(at, [...(moments.get(at) ?? []), one])
      at = next
    }
  return [...moments].sort(([a], [b]) => a - b).map(([at, due]) => ({ at, due }))
}

const longestSleepMs = 20_000

/**
 * Calls what is due as the clock goes, and as it is put forward: each at its own time, with what followed from the one
 * before finished first.
 * @param settled waits until what was begun is finished
 */
export function runByClock(clock: Clock, all: readonly Recurring[], settled: () => Promise<void>) {
  let until = clock.now()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<unknown> = Promise.resolve()

  async function goTo(target: number): Promise<void> {
    for (const { at, due } of momentsIn(all, until, target)) {
      if (stopped) return
      clock.set(at)
      until = at
      const open = [...due]
      const work = async () => {
        for (let one = open.shift(); one !== undefined; one = open.shift()) await one.call()
      }
      await Promise.all(Array.from({ length: atOnce }, work))
      if (at < target) await settled()
    }
    clock.set(target)
    until = Math.max(until, target)
  }

  /** One at a time, in the order in which it was asked for. */
  function queued<T>(act: () => Promise<T>): Promise<T> {
    const done = running.then(act)
    running = done.catch(() => undefined)
    return done
  }

  function sleep(): void {
    if (stopped) return
    const due = all.map((one) => one.next(until)).filter((at) => at !== undefined)
    const wait = Math.min(longestSleepMs, Math.max(0, Math.min(...due, Number.POSITIVE_INFINITY) - clock.now()))
    timer = setTimeout(() => {
      clock.keep()
      void queued(() => goTo(clock.now())).finally(sleep)
    }, wait)
    timer.unref()
  }
  sleep()

  return {
    /** Puts the clock forward to an instant. @returns the time it shows then */
    advance: (target: number): Promise<number> =>
      queued(async () => {
        await settled()
        await goTo(target)
        await settled()
        return clock.now()
      }),
    async stop(): Promise<void> {
      stopped = true
      clearTimeout(timer)
      await running
      clock.keep()
    },
  }
}
