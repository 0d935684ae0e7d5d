import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { StartFailure } from './failure.ts'
import { requireJava } from './java.ts'
import { endLeftover, forget, record } from './processes.ts'

const emulator = join(
  dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')),
  'emulator',
)

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port was free')
  return address.port
}

async function answers(endpoint: string, child: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    try {
      await fetch(endpoint)
      return true
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return false
}

export type Engine = { readonly endpoint: string; readonly stop: () => Promise<void> }

/**
 * DynamoDB Local as a process of its own.
 * @param dataDir where its tables are kept; without it they live in memory
 */
export async function startDynamoDb(dataDir?: string): Promise<Engine> {
  await requireJava()
  const port = await freePort()
  const folder = dataDir === undefined ? undefined : join(dataDir, 'dynamodb')
  if (dataDir !== undefined && folder !== undefined) {
    mkdirSync(folder, { recursive: true })
    await endLeftover(
      dataDir,
      'dynamodb',
      (command) => command.includes('DynamoDBLocal.jar') && command.includes(folder),
    )
  }
  const child = spawn(
    'java',
    [
      '-Xmx320m',
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      `-Djava.library.path=${join(emulator, 'DynamoDBLocal_lib')}`,
      '-jar',
      join(emulator, 'DynamoDBLocal.jar'),
      '-port',
      String(port),
      '-sharedDb',
      '-disableTelemetry',
      ...(folder === undefined ? ['-inMemory'] : ['-dbPath', folder]),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], cwd: emulator },
  )
  let output = ''
  const hear = (chunk: Buffer) => {
    output = `${output}${chunk.toString('utf8')}`.slice(-2000)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = once(child, 'exit')
  if (child.pid !== undefined && dataDir !== undefined) record(dataDir, 'dynamodb', child.pid)
  const endpoint = `http://127.0.0.1:${port}`
  if (!(await answers(endpoint, child))) {
    child.kill('SIGKILL')
    throw new StartFailure(`数据库引擎没有启动：${output}`, `The database engine did not start: ${output}`)
  }
  return {
    endpoint,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await ended
      if (dataDir !== undefined) forget(dataDir, 'dynamodb')
    },
  }
}
