import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GetQueueUrlCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openQueues } from '../src/sources/queue.ts'

/** More than the workers of a large app. */
const workers = 300

const held: ServerResponse[] = []
let allWait = (): void => undefined
/** An engine whose queues are empty. */
const engine = createServer((request, response) => {
  request.resume()
  if (String(request.headers['x-amz-target']).endsWith('ReceiveMessage')) {
    if (held.push(response) === workers) allWait()
    return
  }
  response.end(JSON.stringify({ QueueUrl: 'http://127.0.0.1/queue' }))
})

beforeAll(() => new Promise<void>((resolve) => engine.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  engine.closeAllConnections()
  engine.close()
})

it('a queue is found, and a message sent, while every worker waits for one', async () => {
  const client = openQueues({
    endpoint: `http://127.0.0.1:${(engine.address() as AddressInfo).port}`,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
  const waiting = new Promise<void>((resolve) => {
    allWait = resolve
  })
  const received = Promise.all(
    Array.from({ length: workers }, () =>
      client.send(new ReceiveMessageCommand({ QueueUrl: 'http://127.0.0.1/queue', WaitTimeSeconds: 10 })),
    ),
  )
  await waiting
  expect(await client.send(new GetQueueUrlCommand({ QueueName: 'queue' }))).toMatchObject({
    QueueUrl: 'http://127.0.0.1/queue',
  })
  for (const response of held) response.end('{}')
  expect(await received).toHaveLength(workers)
  client.destroy()
})
