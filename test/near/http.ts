import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type Account, claimsOf } from './accounts.ts'
import type { ApiHandler } from './tenants.ts'

/** An API of a template: what is open to everybody, and the function behind either side. */
export type Api = {
  readonly open: readonly string[]
  readonly openBy: ApiHandler
  readonly protectedBy: ApiHandler
}

export type Answer = {
  readonly statusCode?: number
  readonly headers?: Readonly<Record<string, string | number | boolean>>
  readonly body?: string
  readonly isBase64Encoded?: boolean
}

const secret = randomBytes(32)
const signatureOf = (text: string) => createHmac('sha256', secret).update(text).digest('base64url')

/** A token of this city alone: claims, and a seal in the place of the provider's signature. */
export function tokenFor(account: Account): string {
  const claims = Buffer.from(JSON.stringify(claimsOf(account))).toString('base64url')
  return `${claims}.${signatureOf(claims)}`
}

function verified(header: string | undefined): Record<string, string> | undefined {
  const [claims = '', seal = ''] = /^(?:Bearer\s+)?(\S+)$/i.exec(header ?? '')?.[1]?.split('.') ?? []
  const wanted = Buffer.from(signatureOf(claims))
  const given = Buffer.from(seal)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined
  return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Record<string, string>
}

const message = (statusCode: number, text: string): Answer => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message: text }),
})

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Calls a function as an HTTP API does: the token is checked before it, what it needs to know stands in the event. */
export async function callApi(api: Api, request: IncomingMessage, url: URL, path: string): Promise<Answer> {
  const isOpen = api.open.some((one) => path === one || (one.endsWith('/') && path.startsWith(one)))
  const claims = isOpen ? undefined : verified(request.headers.authorization)
  if (!isOpen && claims === undefined) return message(401, 'Unauthorized')
  const body = await bodyOf(request)
  const query = [...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name).join(',')])
  const text = /json|text|^$/.test(request.headers['content-type'] ?? '')
  const method = request.method ?? 'GET'
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: url.search.slice(1),
    headers: { ...request.headers },
    ...(query.length > 0 && { queryStringParameters: Object.fromEntries(query) }),
    requestContext: {
      requestId: 'near',
      stage: '$default',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      ...(claims !== undefined && { authorizer: { jwt: { claims, scopes: null } } }),
    },
    ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !text,
  }
  const answer = await (isOpen ? api.openBy : api.protectedBy)(event, { awsRequestId: 'near' })
  return answer as Answer
}
