/** The machine's own clock, whatever `Date` says by now. */
export const machineNow = Date.now

/**
 * A `Date` whose “now” somebody else tells. Everything else is the real one's, so that dates of both are the same kind.
 * Timers are not touched: what waits a second waits a second.
 */
export function dateBy(now: () => number): DateConstructor {
  const Real = Date
  return new Proxy(Real, {
    apply: () => new Real(now()).toString(),
    construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [now()] : given, asked),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  })
}

/** How far the desk's clock is ahead of the machine's, in memory that all workers look into. */
export type Ahead = SharedArrayBuffer

export const newAhead = (): Ahead => new SharedArrayBuffer(8)
export const readAhead = (ahead: Ahead): number => Number(Atomics.load(new BigInt64Array(ahead), 0))
export const writeAhead = (ahead: Ahead, ms: number): void =>
  void Atomics.store(new BigInt64Array(ahead), 0, BigInt(Math.round(ms)))
