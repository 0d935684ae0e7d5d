import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { snsProvider } from './sns.ts'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
  vi.unstubAllEnvs()
})

/** A provider that speaks with a server of this test. */
async function providerAt(answer: RequestListener, timeoutMs = 2000) {
  let calls = 0
  const server = createServer((request, response) => {
    calls++
    return answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  open.push(() => {
    server.closeAllConnections()
    server.close()
  })
  vi.stubEnv('AWS_ENDPOINT_URL_SNS', `http://127.0.0.1:${port}`)
  vi.stubEnv('AWS_REGION', 'us-east-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
  return { provider: snsProvider({ timeoutMs }), calls: () => calls, close: () => server.close() }
}

const refusal =
  (status: number, code: string): RequestListener =>
  (_request, response) =>
    response
      .writeHead(status)
      .end(`<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`)

it.each([
  [400, 'InvalidParameter', { kind: 'refused', why: 'numberWrong', lasting: true }],
  [400, 'OptedOut', { kind: 'refused', why: 'optedOut', lasting: true }],
  [400, 'Throttling', { kind: 'refused', why: 'busy', lasting: false }],
  [429, 'Throttled', { kind: 'refused', why: 'busy', lasting: false }],
  [403, 'AuthorizationError', { kind: 'refused', why: 'refused', lasting: false }],
  // A server that broke may have taken it before.
  [500, 'InternalError', { kind: 'uncertain' }],
  [503, 'ServiceUnavailable', { kind: 'uncertain' }],
])('%i %s is asked once and is %j', async (status, code, answer) => {
  const { provider, calls } = await providerAt(refusal(status, code))
  expect(await provider.send('+8613800000000', '字')).toEqual(answer)
  expect(calls()).toBe(1)
})

it('an answer that does not come in time, or breaks off, is uncertain and not asked for again', async () => {
  const silent = await providerAt(() => undefined, 100)
  expect(await silent.provider.send('+8613800000000', '字')).toEqual({ kind: 'uncertain' })
  expect(silent.calls()).toBe(1)
  const broken = await providerAt((_request, response) => response.destroy())
  expect(await broken.provider.send('+8613800000000', '字')).toEqual({ kind: 'uncertain' })
  expect(broken.calls()).toBe(1)
})

it('a connection that never was is a refusal', async () => {
  const { provider, close } = await providerAt(() => undefined)
  close()
  expect(await provider.send('+8613800000000', '字')).toEqual({ kind: 'refused', why: 'busy', lasting: false })
})
