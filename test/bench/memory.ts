import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Resident memory of a process and everything it started, in bytes. */
export async function memoryOf(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,rss='])
  const all = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent: number): number =>
    all
      .filter(([, ppid]) => ppid === parent)
      .reduce((sum, [child = 0, , rss = 0]) => sum + rss * 1024 + below(child), 0)
  return below(pid) + (all.find(([own]) => own === pid)?.[2] ?? 0) * 1024
}
