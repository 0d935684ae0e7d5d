import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Front, throughFront } from './front.ts'

type Reply = {
  readonly statusCode?: number
  readonly headers?: Readonly<Record<string, string | number | boolean>>
  readonly cookies?: readonly string[]
  readonly body?: string
  readonly isBase64Encoded?: boolean
}

const mostBytes = 10 * 1024 * 1024

export const plain = (response: ServerResponse, status: number, message: string) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }))

export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > mostBytes) return undefined
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

const isText = (type: string) => type === '' || /json|text|xml|javascript|x-www-form-urlencoded/.test(type)

export function eventOf(
  request: IncomingMessage,
  fronts: readonly Front[],
  url: URL,
  path: string,
  body: Buffer,
  match: { routeKey: string; pathParameters: Readonly<Record<string, string>> },
  claims: Record<string, string> | undefined,
  at: Date,
) {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  )
  const { cookie, ...others } = throughFront(fronts, url.pathname, headers, request.socket.remoteAddress ?? '')
  const query = [...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name).join(',')])
  const text = isText(headers['content-type'] ?? '')
  return {
    version: '2.0',
    routeKey: match.routeKey,
    rawPath: path,
    rawQueryString: url.search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: others,
    ...(query.length > 0 && { queryStringParameters: Object.fromEntries(query) }),
    ...(Object.keys(match.pathParameters).length > 0 && { pathParameters: match.pathParameters }),
    requestContext: {
      accountId: 'anonymous',
      apiId: 'desk',
      domainName: url.hostname,
      domainPrefix: url.hostname,
      requestId: randomUUID(),
      routeKey: match.routeKey,
      stage: '$default',
      time: at.toISOString(),
      timeEpoch: at.getTime(),
      http: {
        method: request.method ?? 'GET',
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      ...(claims !== undefined && { authorizer: { jwt: { claims, scopes: null } } }),
    },
    ...(body.length > 0 && { body: text ? body.toString('utf8') : body.toString('base64') }),
    isBase64Encoded: body.length > 0 && !text,
  }
}

const isReply = (result: unknown): result is Reply =>
  typeof result === 'object' && result !== null && 'statusCode' in result

export function write(response: ServerResponse, result: unknown): void {
  const reply: Reply = isReply(result) ? result : { statusCode: 200, body: JSON.stringify(result) }
  const headers = Object.fromEntries(Object.entries(reply.headers ?? {}).map(([name, value]) => [name, String(value)]))
  response.writeHead(reply.statusCode ?? 200, {
    'content-type': 'application/json',
    ...headers,
    ...(reply.cookies !== undefined && { 'set-cookie': [...reply.cookies] }),
  })
  response.end(Buffer.from(reply.body ?? '', reply.isBase64Encoded === true ? 'base64' : 'utf8'))
}
