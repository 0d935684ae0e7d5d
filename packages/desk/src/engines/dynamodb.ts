import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartFailure } from './failure.ts'
import { requireJava } from './java.ts'
import { endLeftover, forget, record } from './processes.ts'

const emulator = join(
  dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')),
  'emulator',
)
const configuration = fileURLToPath(new URL('dynamodb.xml', import.meta.url))

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port was free')
  return address.port
}

async function answers(endpoint: string, child: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 600 && child.exitCode === null && child.signalCode === null; tries++) {
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

export type EngineOptions = {
  /** Where its tables are kept; without it they live in memory. */
  readonly dataDir?: string
  /** What is said to a person when the engine ended by itself, and when it is back. */
  readonly say?: (line: string) => void
  /** Called once when it could not be brought back. */
  readonly lost?: (failure: StartFailure) => void
}

/** So many ends within this time, and it is not started again. */
const mostEnds = 3
const endsWithinMs = 60_000
const pauseMs = 1_000

/** DynamoDB Local as a process of its own, which only this machine can reach. Ended, it is started again. */
export async function startDynamoDb(options: EngineOptions = {}): Promise<Engine> {
  const { dataDir, say = () => undefined } = options
  await requireJava()
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  const folder = dataDir === undefined ? undefined : join(dataDir, 'dynamodb')
  // The engine unpacks a library at each start and leaves it there.
  const scratch = dataDir === undefined ? mkdtempSync(join(tmpdir(), 'desk-')) : join(dataDir, 'tmp')
  const clean = () => rmSync(scratch, { recursive: true, force: true })
  if (dataDir !== undefined && folder !== undefined) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    await endLeftover(
      dataDir,
      'dynamodb',
      (command) => command.includes('DynamoDBLocal.jar') && command.includes(folder),
    )
  }
  let stopping = false
  let ends: number[] = []

  async function run(): Promise<{ child: ChildProcess; ended: Promise<unknown> }> {
    clean()
    mkdirSync(scratch, { recursive: true, mode: 0o700 })
    const child = spawn(
      'java',
      [
        '-Xmx320m',
        '-XX:+UseSerialGC',
        '-XX:TieredStopAtLevel=1',
        '-XX:+ExitOnOutOfMemoryError',
        '-XX:-UsePerfData',
        `-Djava.io.tmpdir=${scratch}`,
        `-Djava.library.path=${join(emulator, 'DynamoDBLocal_lib')}`,
        '-cp',
        join(emulator, 'DynamoDBLocal.jar'),
        'org.eclipse.jetty.xml.XmlConfiguration',
        configuration,
        `port=${port}`,
        `inMemory=${folder === undefined}`,
        ...(folder === undefined ? [] : [`folder=${folder}`]),
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
    if (!(await answers(endpoint, child))) {
      child.kill('SIGKILL')
      throw new StartFailure(`数据库引擎没有启动：${output}`, `The database engine did not start: ${output}`)
    }
    return { child, ended }
  }

  let running = await run()
  let restarting = Promise.resolve()

  /** Starts it again whenever it ended, as long as that helps. */
  async function restart(): Promise<void> {
    say('! 数据库引擎意外停止，正在重新启动 / the database engine ended by itself and is started again')
    while (!stopping) {
      ends = [...ends, Date.now()].filter((at) => at > Date.now() - endsWithinMs)
      if (ends.length > mostEnds) return options.lost?.(tooOften)
      try {
        running = await run()
        say('数据库引擎已恢复 / the database engine is back')
        return watch()
      } catch (error) {
        say(`! ${error instanceof Error ? error.message : String(error)}`)
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
  }
  function watch(): void {
    void running.ended.then(() => {
      if (!stopping) restarting = restart()
    })
  }
  watch()
  return {
    endpoint,
    stop: async () => {
      stopping = true
      await restarting
      const { child, ended } = running
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await ended
      if (dataDir !== undefined) forget(dataDir, 'dynamodb')
      clean()
    },
  }
}

const tooOften = new StartFailure(
  '数据库引擎一再停止，请查看磁盘空间和内存后重新启动。',
  'The database engine ended again and again. Look at disk space and memory, then start again.',
)
