import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGateway } from '../src/http/gateway.ts'

const gateway = openGateway([
  (_request, response, url) => {
    response.end(url.pathname)
    return true
  },
])
let port: number

beforeAll(async () => {
  port = await gateway.listen(0)
})
afterAll(() => gateway.stop())

async function ask(host: string, path = '/phone'): Promise<{ status: number | undefined; said: string }> {
  const asked = request({ port, host: '127.0.0.1', path, headers: { host } })
  asked.end()
  const [answer] = await once(asked, 'response')
  let said = ''
  for await (const chunk of answer) said += String(chunk)
  return { status: answer.statusCode, said }
}

describe('an address that a browser was led to', () => {
  it('is answered under this machine’s own names', async () => {
    for (const name of ['127.0.0.1', 'localhost', 'LocalHost'])
      expect(await ask(`${name}:${port}`)).toEqual({ status: 200, said: '/phone' })
  })

  it.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    'a b',
    ']',
    '[',
    '%',
    'localhost:PORT@evil',
  ])('is refused as %s, in words', async (name) => {
    const { status, said } = await ask(name.replace('PORT', String(port)))
    expect(status).toBe(421)
    expect(JSON.parse(said)).toMatchObject({ status: 421, title: expect.stringContaining('127.0.0.1') })
  })

  it('is taken as a path, whatever it says of another host', async () => {
    expect(await ask(`localhost:${port}`, '//evil.example/x')).toEqual({ status: 200, said: '//evil.example/x' })
    expect(await ask(`localhost:${port}`, 'http://evil.example/x')).toMatchObject({ status: 400 })
  })

  it('without any is refused', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.end('GET / HTTP/1.0\r\n\r\n')
    let said = ''
    for await (const chunk of socket) said += String(chunk)
    expect(said).toMatch(/^HTTP\/1\.1 421 /)
  })
})
