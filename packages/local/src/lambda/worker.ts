import { parentPort, workerData } from 'node:worker_threads'

/** Runs one function's handler, one invocation at a time, in its own environment. */
type Invocation = { readonly event: unknown; readonly requestId: string; readonly deadline: number }

const { file, functionName, memory } = workerData as { file: string; functionName: string; memory: number }

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
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  }
  try {
    const result = await handler(event, context)
    parentPort?.postMessage({ result: result === undefined ? null : JSON.parse(JSON.stringify(result)) })
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    parentPort?.postMessage({ error: { name, message, stack } })
  }
})

parentPort?.postMessage({ ready: true })
