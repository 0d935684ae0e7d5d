import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunningDesk } from '@xieshang/desk'

const everyMs = 1_000

/** Writes down what was granted and not used, again and again, so that a run that is killed is counted as well. */
export function keepGrants(folder: string, { grants }: RunningDesk): void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${process.pid}-${Date.now()}.json`)
  let unused = -1
  const keep = () => {
    const now = grants()
    if (now.unused.length !== unused) writeFileSync(file, JSON.stringify(now))
    unused = now.unused.length
  }
  keep()
  setInterval(keep, everyMs).unref()
  process.once('exit', keep)
}
