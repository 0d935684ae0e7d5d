import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const start = fileURLToPath(new URL('../../../packages/local/src/cli/start.ts', import.meta.url))

export type Group = {
  /** Resolves when the city is ready. @throws Error when it ended before by itself */
  readonly ready: Promise<void>
  /** Ends the city and its engines in one instant, as a power cut does. */
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts the city as `npm start` does, in a process group of its own. Its output is kept beside its data. */
export function startGroup(options: {
  readonly port: number
  readonly data: string
  readonly counties: readonly string[]
  readonly log: string
}): Group {
  const child = spawn(process.execPath, [start, '--counties', options.counties.join(',')], {
    env: { ...process.env, PORT: String(options.port), XIESHANG_DATA: options.data },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const log = createWriteStream(join(options.log), { flags: 'a' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let killed = false
  let output = ''
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      log.write(chunk)
      output = `${output}${chunk.toString('utf8')}`.slice(-4000)
      if (/(^|\n)ready http/.test(output)) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => {
      if (killed) resolve()
      else reject(new Error(`The city ended by itself with ${code}:\n${output}`))
    })
  })
  // Whoever kills it before it is ready does not wait for it.
  ready.catch(() => undefined)
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    killed = true
    const { pid } = child
    if (pid !== undefined && child.exitCode === null && child.signalCode === null) {
      // A negative id is the whole group: the city, its engines, and whatever they started.
      if (signal === 'SIGKILL') process.kill(-pid, signal)
      else child.kill(signal)
    }
    await ended
    log.end()
  }
  return { ready, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}
