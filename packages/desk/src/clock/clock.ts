import { AsyncLocalStorage } from 'node:async_hooks'
import { StartFailure } from '../engines/failure.ts'
import type { State } from '../state/state.ts'
import { type Ahead, dateBy, machineNow, newAhead, readAhead, writeAhead } from './date.ts'

/** The one clock of a desk: functions, schedules, expiries and tokens go by it. It never goes back. */
export type Clock = {
  readonly now: () => number
  readonly date: () => Date
  /** What workers look into. */
  readonly ahead: Ahead
  /** Puts the clock forward; an instant that is past changes nothing. */
  readonly set: (instant: number) => void
  /** Writes down how late it is, so that the next run does not begin before. */
  readonly keep: () => void
  /** Runs code that knows only `Date`, such as a library, by this clock. */
  readonly within: <T>(run: () => T) => T
}

type Kept = { readonly ahead: number; readonly seen: number }

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'ahead' in value &&
  typeof value.ahead === 'number' &&
  'seen' in value &&
  typeof value.seen === 'number'

function keptIn(state: State): Kept | undefined {
  const text = state.get('clock')
  const value: unknown = text === undefined ? undefined : JSON.parse(text)
  return isKept(value) ? value : undefined
}

const inside = new AsyncLocalStorage<Ahead>()
let replaced = false

/** From now on `Date` goes by the clock of whoever runs within one, and by the machine's for everybody else. */
function replaceDate(): void {
  if (replaced) return
  replaced = true
  globalThis.Date = dateBy(() => {
    const ahead = inside.getStore()
    return machineNow() + (ahead === undefined ? 0 : readAhead(ahead))
  })
}

/**
 * The clock as the last run left it; a machine whose own clock was put back in the meantime does not turn it back.
 * @param first where it is set at a first start; without it, it is the machine's
 * @throws StartFailure when it was set before
 */
export function openClock(state: State, first?: number): Clock {
  const kept = keptIn(state)
  if (first !== undefined && kept !== undefined)
    throw new StartFailure(
      '本机时钟只能在第一次启动时设定，之后只能往前拨。',
      'The clock is set at a first start only. Afterwards it is put forward.',
      'putForward',
    )
  const ahead = newAhead()
  if (first !== undefined) writeAhead(ahead, first - machineNow())
  else if (kept !== undefined) writeAhead(ahead, Math.max(kept.ahead, kept.seen - machineNow()))
  const now = () => machineNow() + readAhead(ahead)
  const keep = () => state.set('clock', JSON.stringify({ ahead: readAhead(ahead), seen: now() }))
  if (first !== undefined) keep()
  return {
    now,
    date: () => new Date(now()),
    ahead,
    set(instant) {
      if (instant <= now()) return
      writeAhead(ahead, instant - machineNow())
      keep()
    },
    keep,
    within(run) {
      replaceDate()
      return inside.run(ahead, run)
    },
  }
}
