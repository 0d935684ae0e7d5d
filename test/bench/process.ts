import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const lookMs = 4_000
const patienceMs = 600_000

type Row = { readonly pid: number; readonly parent: number; readonly bytes: number; readonly seconds: number }

/** A process and everything it started. */
async function family(pid: number): Promise<Row[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,rss=,cputimes='])
  const all = stdout
    .trim()
    .split('\n')
    .map((line): Row => {
      const [own = 0, parent = 0, rss = 0, seconds = 0] = line.trim().split(/\s+/).map(Number)
      return { pid: own, parent, bytes: rss * 1024, seconds }
    })
  const below = (parent: number): Row[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)])
  return [...all.filter((one) => one.pid === pid), ...below(pid)]
}

/** Resident memory of a process and everything it started, in bytes. */
export const memoryOf = async (pid: number): Promise<number> =>
  (await family(pid)).reduce((sum, { bytes }) => sum + bytes, 0)

/** Waits until a process and everything it started hardly computes any more: what it does behind its answers is done. */
export async function atRest(pid: number): Promise<void> {
  const used = async () => (await family(pid)).reduce((sum, { seconds }) => sum + seconds, 0)
  for (let until = Date.now() + patienceMs, before = await used(), quiet = 0; quiet < 2; ) {
    if (Date.now() > until) throw new Error(`Process ${pid} has not come to rest`)
    await new Promise((resolve) => setTimeout(resolve, lookMs))
    const now = await used()
    quiet = now - before <= 1 ? quiet + 1 : 0
    before = now
  }
}
