import type { Language } from '@xieshang/rules'
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda'
import type * as z from 'zod'
import type { AnyOperation } from './operation.ts'
import { Problem } from './problem.ts'

export type Request = APIGatewayProxyEventV2WithJWTAuthorizer

const keyPattern = /^[A-Za-z0-9_-]{8,80}$/

/** Open routes carry no authorizer, whatever the type says. */
export const claimsOf = (request: Request): Readonly<Record<string, unknown>> | undefined =>
  request.requestContext.authorizer?.jwt?.claims

export const languageOf = (request: Request): Language =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'

/** The bytes of a body as they came, before anything reads them. */
export const bytesOf = ({ body = '', isBase64Encoded }: Request): number =>
  isBase64Encoded ? Math.floor((body.length * 3) / 4) : Buffer.byteLength(body)

export function bodyOf(request: Request, operation: AnyOperation): unknown {
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

export function checked(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw Problem.invalid(result.error)
}

/** A path that cannot name anything is not found rather than malformed. */
export function pathParams(operation: AnyOperation, request: Request): unknown {
  const result = operation.params?.safeParse(request.pathParameters ?? {})
  if (result?.success === false) throw Problem.of('notFound')
  return result?.data
}

export function idempotencyKeyOf(request: Request, operation: AnyOperation): string {
  const key = request.headers['idempotency-key'] ?? ''
  if (operation.idempotent === true && !keyPattern.test(key)) throw Problem.of('keyMissing')
  return key
}

export function ifMatchOf(request: Request, operation: AnyOperation): number | undefined {
  const header = /^\s*(?:W\/)?"?(\d{1,9})"?\s*$/.exec(request.headers['if-match'] ?? '')?.[1]
  if (header === undefined && operation.ifMatch === true) throw Problem.of('versionMissing')
  return header === undefined ? undefined : Number(header)
}
