import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Access, Caller } from '../access/access.ts'
import { type Catalogue, callsOf, callsThrough } from '../access/calls.ts'
import { type Answer, failure, refusal } from '../access/refusal.ts'
import type { TakeSms } from '../plugins/plugin.ts'
import type { Kms } from './kms.ts'
import { tooLong } from './limits.ts'
import type { openPassOn, Passed } from './passOn.ts'
import { publishToPhone } from './phone.ts'
import { tablesWritten } from './written.ts'

type PassOn = ReturnType<typeof openPassOn>
type Json = Readonly<Record<string, unknown>>

export type FrontOptions = {
  readonly access: Access
  readonly catalogue: Catalogue
  readonly database: PassOn
  readonly messages: PassOn
  readonly kms: Kms
  /** Takes SMS, where a plugin does. */
  readonly takeSms: TakeSms | undefined
  /** Told of each table that was written to. */
  readonly written: (table: string) => void
  /** Waits until what was answered is on disk. */
  readonly settled: () => Promise<void>
  /** Told when an engine answered that it could not, or did not answer. */
  readonly failed: () => void
  readonly say: (line: string) => void
}

type Asked = { readonly service: string; readonly operation: string; readonly body: Json }

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

function askedOf(service: string, target: string | undefined, raw: Buffer): Asked {
  const text = raw.toString('utf8')
  if (service === 'sns') {
    const form = Object.fromEntries(new URLSearchParams(text))
    return { service, operation: form.Action ?? '', body: form }
  }
  const body: unknown = text === '' ? {} : JSON.parse(text)
  return { service, operation: target?.slice(target.lastIndexOf('.') + 1) ?? '', body: isObject(body) ? body : {} }
}

/**
 * What functions find in the place of AWS: one address for all services. It knows who calls, lets through what the
 * caller's role allows, holds what comes in to the limits of AWS, and answers what the engines cannot.
 */
export async function startFront(options: FrontOptions) {
  const { access, catalogue, say } = options

  function refused(caller: Caller, { service, operation, body }: Asked): Answer | undefined {
    for (const call of callsOf(service, operation, body, catalogue))
      for (const one of [call, ...callsThrough(call, catalogue)])
        if (!access.may(caller.role, one)) {
          say(`! ${caller.name}: ${one.action} ${one.resource} 未获授权 / not allowed by its role`)
          return refusal(service, caller, one)
        }
    return undefined
  }

  async function database(asked: Asked, request: IncomingMessage, raw: Buffer): Promise<Passed> {
    const passed = await options.database.send(request.headers, raw)
    if (passed.status !== 200) return passed
    const tables = tablesWritten(asked.operation, asked.body)
    if (asked.operation === 'TransactWriteItems') await options.settled()
    for (const table of tables) options.written(table)
    return passed
  }

  async function answer(request: IncomingMessage, raw: Buffer): Promise<Answer | Passed> {
    const [, key = '', service = ''] =
      /Credential=([^/]*)\/[^/]*\/[^/]*\/([^/]*)\//.exec(request.headers.authorization ?? '') ?? []
    const caller = access.callerOf(key)
    const target = request.headers['x-amz-target']
    const asked = askedOf(service, Array.isArray(target) ? target[0] : target, raw)
    if (caller === undefined)
      return failure(
        service,
        400,
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
      )
    const no = refused(caller, asked)
    if (no !== undefined) return no
    const long = tooLong(service, asked.operation, asked.body)
    if (long !== undefined) return failure(service, 400, long.code, long.message)
    switch (service) {
      case 'dynamodb':
        return database(asked, request, raw)
      case 'kms': {
        const { status, body } = options.kms.answer(asked.operation, asked.body)
        return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body) }
      }
      case 'sns':
        if (asked.operation === 'Publish' && asked.body.PhoneNumber !== undefined)
          return publishToPhone(options.takeSms, asked.body)
        return options.messages.send(request.headers, raw)
      case 'sqs':
        return options.messages.send(request.headers, raw)
      default:
        return failure(service, 400, 'UnknownOperationException', `The desk does not have ${service}`)
    }
  }

  function write(response: ServerResponse, { status, headers, body }: Answer | Passed): void {
    const length = Buffer.byteLength(body)
    const kept = Object.entries(headers).filter(([name]) => name.startsWith('x-amz') || name === 'content-type')
    response.writeHead(status, { ...Object.fromEntries(kept), 'content-length': length }).end(body)
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.once('end', () => {
      answer(request, chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)).then(
        (one) => {
          if (one.status >= 500) options.failed()
          write(response, one)
        },
        (error: unknown) => {
          say(`! ${String(error)}`)
          options.failed()
          write(response, failure('', 500, 'InternalServerError', 'The engine did not answer'))
        },
      )
    })
  })
  // A connection that is closed while a function's next call is on its way would fail that call.
  server.keepAliveTimeout = 0
  server.requestTimeout = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
