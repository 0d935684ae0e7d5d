import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newAhead } from '../src/clock/date.ts'
import { tooLong } from '../src/engines/limits.ts'
import { openGateway } from '../src/http/gateway.ts'
import { defineFunction, type LocalFunction } from '../src/lambda/function.ts'
import { fitting } from '../src/lambda/limits.ts'

const folder = mkdtempSync(join(tmpdir(), 'desk-limits-'))
const gateway = openGateway([])
let echo: LocalFunction
let origin: string

beforeAll(async () => {
  const file = join(folder, 'echo.mjs')
  writeFileSync(
    file,
    `export const handler = async ({ body }) => ({ statusCode: 200, body: body.startsWith('answer ') ? 'x'.repeat(Number(body.slice(7))) : String(body.length) })`,
  )
  echo = defineFunction(
    {
      name: 'echo',
      file,
      environment: {},
      memory: 256,
      timeoutMs: 5000,
      concurrency: 1,
      ahead: newAhead(),
    },
    () => undefined,
    () => undefined,
  )
  gateway.mount('api', [{ key: 'POST /echo', target: echo, jwt: undefined }])
  origin = `http://127.0.0.1:${await gateway.listen(0)}`
})

afterAll(async () => {
  await gateway.stop()
  await echo.stop()
  rmSync(folder, { recursive: true })
})

const send = async (body: string) => {
  const response = await fetch(`${origin}/api/echo`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain' },
  })
  return { status: response.status, text: await response.text() }
}

describe('as on Lambda', () => {
  it('an answer over 6 MB is an error of the function', async () => {
    expect(await send('answer 6000000')).toMatchObject({ status: 200 })
    expect(await send('answer 6300000')).toMatchObject({ status: 500 })
  })

  it('a request that makes an event over 6 MB is refused, and so is one over 10 MB', async () => {
    expect(await send('y'.repeat(6_000_000))).toEqual({ status: 200, text: '6000000' })
    expect(await send('y'.repeat(6_300_000))).toMatchObject({ status: 413 })
    // Six bytes of JSON for each of these.
    expect(await send('\u0001'.repeat(1_100_000))).toMatchObject({ status: 413 })
    expect(await send('y'.repeat(10_500_000))).toMatchObject({ status: 413 })
  })

  it('a batch of records is cut to what fits into one event', () => {
    expect(fitting(['aaaa', 'bbbb', 'cccc'], 14)).toBe(2)
    expect(fitting(['aaaa', 'bbbb'], 100)).toBe(2)
    expect(fitting(['aaaa'], 1)).toBe(1)
  })
})

describe('as on SNS and SQS', () => {
  it('a batch counts as a whole, attributes included', () => {
    const entry = (n: number, bytes: number) => ({
      [`PublishBatchRequestEntries.member.${n}.Message`]: '中'.repeat(bytes / 3),
      [`PublishBatchRequestEntries.member.${n}.MessageAttributes.entry.1.Name`]: 'kind',
    })
    expect(tooLong('sns', 'PublishBatch', { ...entry(1, 131_064), ...entry(2, 131_064) })).toBeUndefined()
    expect(tooLong('sns', 'PublishBatch', { ...entry(1, 131_070), ...entry(2, 131_070) })).toMatchObject({
      code: 'BatchRequestTooLong',
    })
    const entries = [{ MessageBody: 'x'.repeat(200_000) }, { MessageBody: 'x'.repeat(62_145) }]
    expect(tooLong('sqs', 'SendMessageBatch', { Entries: entries })).toBeDefined()
    expect(tooLong('sqs', 'SendMessageBatch', { Entries: entries.slice(0, 1) })).toBeUndefined()
    expect(tooLong('dynamodb', 'PutItem', { Message: 'x'.repeat(1e6) })).toBeUndefined()
  })
})
