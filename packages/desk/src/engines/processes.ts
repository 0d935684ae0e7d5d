import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** What a process was started with, where the system tells. */
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** Whether a process other than this one is alive and could be a run of the desk. */
export const isRunning = (pid: number | undefined): boolean =>
  pid !== undefined && pid !== process.pid && alive(pid) && /node/.test(commandLine(pid) || 'node')

const pidFile = (dataDir: string, name: string) => join(dataDir, `${name}.pid`)

export const recorded = (dataDir: string, name: string): number | undefined => {
  const file = pidFile(dataDir, name)
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined
}

export const record = (dataDir: string, name: string, pid: number): void =>
  writeFileSync(pidFile(dataDir, name), String(pid))
export const forget = (dataDir: string, name: string): void => rmSync(pidFile(dataDir, name), { force: true })

/** Ends what an earlier run left behind, when it is certain that it is ours. */
export async function endLeftover(
  dataDir: string,
  name: string,
  ours: (commandLine: string) => boolean,
): Promise<void> {
  const pid = recorded(dataDir, name)
  if (pid === undefined || !alive(pid) || !ours(commandLine(pid))) return
  process.kill(pid, 'SIGKILL')
  for (let tries = 0; alive(pid) && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 50))
}
