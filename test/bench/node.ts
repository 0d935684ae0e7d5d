import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const run = promisify(execFile)

export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

export async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const from = performance.now()
  const value = await work()
  return { ms: performance.now() - from, value }
}

/** A process of its own that runs some code. */
export const node = (code: string) => run(process.execPath, ['--input-type=module', '-e', code], { cwd: root })
