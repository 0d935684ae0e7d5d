import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { type Ahead, machineNow } from '../clock/date.ts'
import { openCode } from './code.ts'

export type FunctionDefinition = {
  readonly name: string
  /** Absolute path of the module that exports `handler`. */
  readonly file: string
  readonly environment: Readonly<Record<string, string>>
  readonly memory: number
  readonly timeoutMs: number
  readonly concurrency: number
  /** The clock that its workers go by. */
  readonly ahead: Ahead
  /** Brings the file up to its source, where somebody does. */
  readonly refresh?: () => Promise<void> | undefined
}

/** An invocation that ended in an error, as the caller of Lambda would see it. */
export class InvocationError extends Error {
  readonly kind: 'unhandled' | 'timeout' | 'crash'

  constructor(kind: InvocationError['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}

type Job = {
  readonly event: unknown
  readonly resolve: (value: unknown) => void
  readonly reject: (error: InvocationError) => void
}
type Running = {
  readonly worker: Worker
  /** Of the code that it runs. */
  readonly version: string
  job: Job | undefined
  timer: NodeJS.Timeout | undefined
  idle: NodeJS.Timeout | undefined
  ready: boolean
}
type Answer = {
  readonly ready?: true
  readonly effects?: boolean
  readonly result?: unknown
  readonly error?: { name: string; message: string; stack?: string }
}

const idleMs = 120_000

/**
 * A function as Lambda runs it: started on its first invocation, one invocation at a time in each worker, each worker
 * with an environment of its own, more workers up to the cap, ended when idle or over time. When its code is another
 * than before, the next invocation runs in a new worker, and what is under way ends in the old one.
 */
export function defineFunction(
  definition: FunctionDefinition,
  log: (line: string) => void,
  finished: (effects: boolean) => void,
) {
  const running = new Set<Running>()
  const code = openCode(definition.file)
  const waiting: Job[] = []
  let stopped = false

  function start(): Running {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      env: { ...definition.environment },
      workerData: {
        file: definition.file,
        functionName: definition.name,
        memory: definition.memory,
        ahead: definition.ahead,
      },
      resourceLimits: { maxOldGenerationSizeMb: definition.memory },
      stdout: true,
      stderr: true,
      execArgv: [],
    })
    const one: Running = {
      worker,
      version: code.version(),
      job: undefined,
      timer: undefined,
      idle: undefined,
      ready: false,
    }
    for (const stream of [worker.stdout, worker.stderr])
      stream.on('data', (chunk: Buffer) => {
        for (const line of chunk.toString('utf8').split('\n')) if (line !== '') log(line)
      })
    worker.on('message', (answer: Answer) => {
      // It is being ended: what it says now came too late.
      if (!running.has(one)) return
      if (answer.ready === true) {
        one.ready = true
        next(one)
        return
      }
      const { job } = one
      clear(one)
      if (answer.error === undefined) job?.resolve(answer.result)
      else {
        log(JSON.stringify({ level: 'error', message: 'unhandled', error: answer.error }))
        job?.reject(new InvocationError('unhandled', `${answer.error.name}: ${answer.error.message}`))
      }
      finished(answer.effects === true)
      if (one.version === code.version()) next(one)
      else end(one)
    })
    worker.once('error', (error) => log(JSON.stringify({ level: 'error', message: 'crash', error: String(error) })))
    worker.once('exit', () => {
      const byItself = running.delete(one)
      const { job } = one
      clear(one)
      job?.reject(new InvocationError('crash', `${definition.name} ended`))
      // A function that cannot even start fails what waits for it instead of being started for ever.
      if (byItself && !one.ready)
        for (const open of waiting.splice(0))
          open.reject(new InvocationError('crash', `${definition.name} did not start`))
      else if (!stopped) serve()
    })
    running.add(one)
    return one
  }

  function clear(one: Running): void {
    clearTimeout(one.timer)
    clearTimeout(one.idle)
    one.job = undefined
  }

  /** A worker that is being ended takes no more jobs. */
  function end(one: Running): void {
    running.delete(one)
    void one.worker.terminate()
  }

  /** Ends the workers that run another code than there is now, unless they are at work. */
  function renew(): void {
    const version = code.version()
    for (const one of running) if (one.version !== version && one.job === undefined) end(one)
  }

  function next(one: Running): void {
    clearTimeout(one.idle)
    const job = waiting.shift()
    if (job === undefined) {
      one.idle = setTimeout(() => end(one), idleMs)
      one.idle.unref()
      return
    }
    one.job = job
    one.timer = setTimeout(() => {
      log(JSON.stringify({ level: 'error', message: 'timeout', afterMs: definition.timeoutMs }))
      job.reject(new InvocationError('timeout', `Task timed out after ${definition.timeoutMs / 1000} seconds`))
      one.job = undefined
      end(one)
    }, definition.timeoutMs)
    one.worker.postMessage({ event: job.event, requestId: randomUUID(), deadline: machineNow() + definition.timeoutMs })
  }

  function serve(): void {
    const free = [...running].find((one) => one.ready && one.job === undefined)
    if (free !== undefined) next(free)
    else {
      const starting = [...running].filter((one) => !one.ready).length
      if (running.size < definition.concurrency && starting < waiting.length) start()
    }
  }

  return {
    name: definition.name,

    /** @throws InvocationError */
    async invoke(event: unknown): Promise<unknown> {
      await definition.refresh?.()
      return new Promise((resolve, reject) => {
        if (stopped) return reject(new InvocationError('crash', `${definition.name} is stopped`))
        renew()
        waiting.push({ event, resolve, reject })
        serve()
      })
    },

    busy: () => waiting.length + [...running].filter((one) => one.job !== undefined).length,

    async stop(): Promise<void> {
      stopped = true
      await Promise.all([...running].map((one) => one.worker.terminate()))
    },
  }
}

export type LocalFunction = ReturnType<typeof defineFunction>
