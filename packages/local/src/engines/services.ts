import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Phones } from '../phones/phones.ts'
import type { Kms } from './kms.ts'

const bodyOf = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const xml = (messageId: string) =>
  `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>${messageId}</MessageId></PublishResult><ResponseMetadata><RequestId>${messageId}</RequestId></ResponseMetadata></PublishResponse>`

const xmlError = (code: string, message: string) =>
  `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`

/**
 * What the desk answers in the place of AWS: KMS, and the one call of SNS that the engine refuses, a message to a phone
 * number. Every other call of SNS is passed on as it came.
 */
export async function startServices(kms: Kms, phones: Phones, snsEndpoint: string) {
  function passOn(incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): void {
    const target = request(
      snsEndpoint,
      { method: incoming.method, headers: { ...incoming.headers, host: new URL(snsEndpoint).host } },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    target.once('error', (error) => outgoing.writeHead(502).end(error.message))
    target.end(body)
  }

  function publish(number: string, text: string, outgoing: ServerResponse): void {
    const wrong = !/^\+\d{8,15}$/.test(number)
    outgoing
      .writeHead(wrong ? 400 : 200, { 'content-type': 'text/xml' })
      .end(wrong ? xmlError('InvalidParameter', 'Invalid parameter: PhoneNumber') : xml(phones.receive(number, text)))
  }

  const server = createServer(async (incoming, outgoing) => {
    const body = await bodyOf(incoming)
    if (incoming.url?.startsWith('/kms') === true) {
      const action = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? ''
      const answer = kms.answer(action, JSON.parse(body.toString('utf8') || '{}'))
      outgoing
        .writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' })
        .end(JSON.stringify(answer.body))
      return
    }
    const form = new URLSearchParams(body.toString('utf8'))
    const number = form.get('PhoneNumber')
    if (form.get('Action') === 'Publish' && number !== null) publish(number, form.get('Message') ?? '', outgoing)
    else passOn(incoming, body, outgoing)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    kms: `http://127.0.0.1:${port}/kms`,
    sns: `http://127.0.0.1:${port}/sns`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
