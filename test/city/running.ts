import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { City } from '../journey/city.ts'

const cli = (name: string) => fileURLToPath(new URL(`../../packages/local/src/cli/${name}.ts`, import.meta.url))

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port was free')
  return address.port
}

export type Running = {
  readonly child: ChildProcess
  readonly output: () => string
  /** Ends it without a chance to tidy up. */
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts the city as `npm start` does, and waits for its `ready` line. */
export async function startCity(options: {
  readonly port: number
  readonly data: string
  readonly counties: readonly string[]
  readonly args?: readonly string[]
}): Promise<Running> {
  const child = spawn(
    process.execPath,
    [cli('start'), '--counties', options.counties.join(','), ...(options.args ?? [])],
    {
      env: { ...process.env, PORT: String(options.port), XIESHANG_DATA: options.data },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  const ended = once(child, 'exit')
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString('utf8')
      if (output.includes('\nready http') || output.startsWith('ready http')) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The city ended with ${code} before it was ready:\n${output}`)))
  })
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
  }
  return { child, output: () => output, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

/** The running city as a journey sees it. */
export function cityAt(port: number, data: string): City {
  const tokens = new Map<string, Promise<string>>()
  return {
    origin: `http://127.0.0.1:${port}`,
    patienceMs: 120_000,
    renew: () => tokens.clear(),
    token: (role, division, officer = 1) => {
      const name = `${role} ${division} ${officer}`
      const known = tokens.get(name)
      if (known !== undefined) return known
      const fresh = promisify(execFile)(
        process.execPath,
        [cli('token'), role, division, '--officer', String(officer)],
        {
          env: { ...process.env, XIESHANG_DATA: data, PORT: String(port) },
        },
      ).then(({ stdout }) => stdout.trim())
      tokens.set(name, fresh)
      return fresh
    },
  }
}
