import { root, run } from '../node.ts'

/** Milliseconds from the beginning of an import until it was loaded, and until its first event was answered. */
export type Started = {
  readonly loaded: number
  readonly answered: number
  /** How often it spoke to the table, or to another service, until then. */
  readonly calls: number
}

/** What a function says that did not do what it was given. */
const failed = (answer: unknown): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  (('statusCode' in answer && answer.statusCode !== 200) ||
    ('batchItemFailures' in answer && JSON.stringify(answer.batchItemFailures) !== '[]'))

/**
 * Loads a bundle in a process of its own and has it answer one event, as Lambda does at a cold start.
 * @throws Error when it did not answer it well
 */
export async function answering(
  file: string,
  event: unknown,
  environment: Readonly<Record<string, string>>,
): Promise<Started> {
  const code = `
    import { subscribe } from 'node:diagnostics_channel'
    const context = { awsRequestId: 'bench', getRemainingTimeInMillis: () => 300_000 }
    const event = ${JSON.stringify(event)}
    let calls = 0
    subscribe('http.client.request.start', () => calls++)
    const from = performance.now()
    const { handler } = await import(${JSON.stringify(file)})
    const loaded = performance.now() - from
    const answer = await handler(event, context)
    const answered = performance.now() - from
    console.log(JSON.stringify({ loaded, answered, calls, answer }))
    process.exit(0)`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { cwd: root, env: environment })
  const { answer, ...started } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Started & { answer?: unknown }
  if (failed(answer)) throw new Error(`${file} did not answer: ${stdout.slice(-2000)}`)
  return started
}
