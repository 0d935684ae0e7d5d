import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { type Ahead, dateBy, machineNow, readAhead } from '../clock/date.ts'
import { mostPayloadBytes } from './limits.ts'

/** Runs one function's handler, one invocation at a time, in its own environment. */
type Invocation = { readonly event: unknown; readonly requestId: string; readonly deadline: number }

const { file, functionName, memory, ahead } = workerData as {
  file: string
  functionName: string
  memory: number
  ahead: Ahead
}

// The function sees the desk's time and cannot tell.
globalThis.Date = dateBy(() => machineNow() + readAhead(ahead))

/** Calls of AWS after which nothing is different from before. */
const reading = /\.(Get|BatchGet|TransactGet|Query|Scan|Describe|List|Decrypt|GenerateDataKey)/
let effects = 0
subscribe('http.client.request.start', (message) => {
  const { request } = message as { request: ClientRequest }
  if (!reading.test(String(request.getHeader('x-amz-target')))) effects++
})

const tooLarge = Object.assign(
  new Error(`Response payload size exceeded maximum allowed payload size (${mostPayloadBytes} bytes).`),
  { name: 'Function.ResponseSizeTooLarge' },
)

const { handler } = (await import(file)) as { handler: (event: unknown, context: unknown) => Promise<unknown> }

parentPort?.on('message', async ({ event, requestId, deadline }: Invocation) => {
  const context = {
    awsRequestId: requestId,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionName,
    memoryLimitInMB: String(memory),
    logGroupName: '',
    logStreamName: '',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - machineNow()),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  }
  const before = effects
  const answer = (said: object) => parentPort?.postMessage({ ...said, effects: effects > before })
  try {
    const result = await handler(event, context)
    const text = JSON.stringify(result) ?? 'null'
    if (Buffer.byteLength(text) > mostPayloadBytes) throw tooLarge
    answer({ result: JSON.parse(text) })
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    answer({ error: { name, message, stack } })
  }
})

parentPort?.postMessage({ ready: true })
