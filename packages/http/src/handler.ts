import middy from '@middy/core'
import httpRouter, { type Method as HttpMethod, type Route } from '@middy/http-router'
import { levelOf, may, proofFor } from '@xieshang/kernel'
import type { Language } from '@xieshang/rules'
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import type * as z from 'zod'
import { actorOf } from './actor.ts'
import { callerOf } from './caller.ts'
import { createLog, type Log } from './log.ts'
import { type AnyOperation, type FileAnswer, type Implementation, implement, mostBytesOf, Under } from './operation.ts'
import { openApiOperation } from './operations/document.ts'
import { Problem } from './problem.ts'
import { fieldErrors, mostErrors } from './validation.ts'

type Request = APIGatewayProxyEventV2WithJWTAuthorizer
type Reply = APIGatewayProxyStructuredResultV2

const keyPattern = /^[A-Za-z0-9_-]{8,80}$/

/** Open routes carry no authorizer, whatever the type says. */
const claimsOf = (request: Request): Readonly<Record<string, unknown>> | undefined =>
  request.requestContext.authorizer?.jwt?.claims

const languageOf = (request: Request): Language =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'

/** The bytes of a body as they came, before anything reads them. */
const bytesOf = ({ body = '', isBase64Encoded }: Request): number =>
  isBase64Encoded ? Math.floor((body.length * 3) / 4) : Buffer.byteLength(body)

function bodyOf(request: Request, operation: AnyOperation): unknown {
  if (operation.body === undefined) return undefined
  const raw = request.body ?? ''
  const text = request.isBase64Encoded ? Buffer.from(raw, 'base64').toString('utf8') : raw
  const wanted = operation.bodyType ?? 'application/json'
  const [type = ''] = (request.headers['content-type'] ?? '').split(';')
  if (type.trim().toLowerCase() !== wanted) throw Problem.of('wrongType')
  if (wanted === 'text/csv') return text
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw Problem.of('notJson')
    throw error
  }
}

function checked(schema: z.ZodType | undefined, value: unknown, language: Language): unknown {
  if (schema === undefined) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const errors = fieldErrors(result.error, language)
  throw Problem.of('invalid', { errors, ...(errors[0] !== undefined && { field: errors[0].field }) })
}

/** A path that cannot name anything is not found rather than malformed. */
function pathParams(operation: AnyOperation, request: Request): unknown {
  const result = operation.params?.safeParse(request.pathParameters ?? {})
  if (result?.success === false) throw Problem.of('notFound')
  return result?.data
}

function idempotencyKeyOf(request: Request, operation: AnyOperation): string {
  const key = request.headers['idempotency-key'] ?? ''
  if (operation.idempotent === true && !keyPattern.test(key)) throw Problem.of('keyMissing')
  return key
}

function ifMatchOf(request: Request, operation: AnyOperation): number | undefined {
  const header = /^\s*(?:W\/)?"?(\d{1,9})"?\s*$/.exec(request.headers['if-match'] ?? '')?.[1]
  if (header === undefined && operation.ifMatch === true) throw Problem.of('versionMissing')
  return header === undefined ? undefined : Number(header)
}

const isFile = (operation: AnyOperation, answer: unknown): answer is FileAnswer =>
  'file' in operation.answer && answer !== undefined

/** The answer as its schema has it: a field that is not in the document does not leave. */
function told({ id, answer: { schema } }: AnyOperation & { answer: { schema: z.ZodType } }, answer: unknown): unknown {
  const result = schema.safeParse(answer)
  if (result.success) return result.data
  const where = result.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).slice(0, mostErrors)
  throw new Error(`${id} answered what its document does not say: ${where.join('; ')}`)
}

const says = (operation: AnyOperation): operation is AnyOperation & { answer: { schema: z.ZodType } } =>
  'schema' in operation.answer

/** What an answer is never: kept on the way, or taken for another type than it says. */
const never = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

function replyOf(operation: AnyOperation, answered: unknown): Reply {
  const usual = { status: operation.status, answer: answered, location: undefined }
  const { status, answer, location } = answered instanceof Under ? answered : usual
  const statusCode = status ?? 200
  if (isFile(operation, answer))
    return {
      statusCode,
      headers: {
        'content-type': answer.type,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`,
        ...never,
      },
      body: Buffer.from(answer.bytes).toString('base64'),
      isBase64Encoded: true,
    }
  return {
    statusCode,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...never,
      ...(location !== undefined && { location }),
    },
    body: JSON.stringify(says(operation) ? told(operation, answer) : answer),
  }
}

const problemReply = (problem: Problem, language: Language): Reply => ({
  statusCode: problem.status,
  headers: {
    'content-type': 'application/problem+json; charset=utf-8',
    ...never,
    ...(problem.extra.retryAfter !== undefined && { 'retry-after': String(problem.extra.retryAfter) }),
  },
  body: JSON.stringify(problem.body(language)),
})

type Served = { readonly tenant: string; readonly frontSecret: string }

function route(implementation: Implementation, { tenant, frontSecret }: Served): Route<Request, Reply> {
  const { operation } = implementation
  return {
    method: operation.method.toUpperCase() as HttpMethod,
    path: operation.path,
    handler: async (request: Request) => {
      const language = languageOf(request)
      if (bytesOf(request) > mostBytesOf(operation)) throw Problem.of('tooLarge')
      const asked = () => ({
        language,
        params: pathParams(operation, request),
        query: checked(operation.query, request.queryStringParameters ?? {}, language),
        idempotencyKey: idempotencyKeyOf(request, operation),
        ifMatch: ifMatchOf(request, operation),
      })
      const body = () => checked(operation.body, bodyOf(request, operation), language)
      if (implementation.access === 'open') {
        const caller = callerOf(request, frontSecret, new Date().toISOString().slice(0, 10))
        return replyOf(operation, await implementation.run({ ...asked(), body, caller }))
      }
      const actor = actorOf(claimsOf(request), tenant)
      if (!may(actor, implementation.access, actor.division)) throw Problem.of('forbidden')
      let proved = false
      const prove = proofFor(
        actor,
        implementation.access,
        () => {
          proved = true
        },
        () => {
          throw Problem.of('forbidden')
        },
      )
      const answer = await implementation.run({ ...asked(), body: body(), actor, prove })
      if (!proved) throw new Error(`${operation.id} answered without asking whose the place is`)
      return replyOf(operation, answer)
    },
  }
}

/** Anything thrown below becomes problem+json here; what nobody expected is logged and answered as 500. */
function problems(log: Log): middy.MiddlewareObj<Request, Reply, Error, Context> {
  return {
    onError: (request) => {
      const { error } = request
      const language = languageOf(request.event)
      if (!(error instanceof Problem))
        log.error('unexpected', { error, route: request.event.routeKey, requestId: request.context.awsRequestId })
      request.response = problemReply(error instanceof Problem ? error : Problem.of('internal'), language)
    },
  }
}

const templatePattern = (path: string) => new RegExp(`^${path.replace(/\{[^/}]+\}/g, '[^/]+')}/?$`)

/** 405 where the path exists under another method, else 404. */
const notFound = (implementations: readonly Implementation[], path: string): Problem =>
  Problem.of(
    implementations.some((i) => templatePattern(i.operation.path).test(path)) ? 'methodNotAllowed' : 'notFound',
  )

/** On a custom domain the mapping's key may stand before the path; the routes do not know it. */
function withoutMount(mount: string): middy.MiddlewareObj<Request, Reply, Error, Context> {
  return {
    before: ({ event }) => {
      const { http } = event.requestContext
      if (http.path.startsWith(`${mount}/`)) http.path = http.path.slice(mount.length)
    },
  }
}

/**
 * The Lambda handler of an HTTP API: routing, authority, validation, idempotency key and version, and errors in one place.
 * @param tenant code of the county or the city that the function serves
 * @param frontSecret by which the front proves the address of who asked; without one no front is believed
 */
export function httpHandler(
  name: string,
  tenant: string,
  implementations: readonly Implementation[],
  frontSecret = '',
) {
  const log = createLog({ function: name, tenant })
  return middy<Request, Reply, Error, Context>()
    .use(withoutMount(levelOf(tenant) === 'city' ? '/api/city' : `/api/${tenant}`))
    .use(problems(log))
    .handler(
      httpRouter<Request, Reply>({
        routes: implementations.map((i) => route(i, { tenant, frontSecret })),
        notFoundResponse: ({ path }) => {
          throw notFound(implementations, path)
        },
      }),
    )
}

/** `GET /openapi.json`, open to everybody. The document is made when it is first asked for. */
export function documentImplementation(make: () => Record<string, unknown>): Implementation {
  let document: Record<string, unknown> | undefined
  return implement(openApiOperation, async () => {
    document ??= make()
    return document
  })
}
