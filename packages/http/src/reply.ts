import type { Language } from '@xieshang/rules'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type * as z from 'zod'
import { type AnyOperation, type FileAnswer, Under } from './operation.ts'
import type { Problem } from './problem.ts'
import { mostErrors } from './validation.ts'

export type Reply = APIGatewayProxyStructuredResultV2

const isFile = (operation: AnyOperation, answer: unknown): answer is FileAnswer =>
  'file' in operation.answer && answer !== undefined

/** The answer as its schema has it: a field that is not in the document does not leave. */
function told({ id, answer: { schema } }: AnyOperation & { answer: { schema: z.ZodType } }, answer: unknown): unknown {
  const result = schema.safeParse(answer)
  if (result.success) return result.data
  const where = result.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).slice(0, mostErrors)
  throw new Error(`${id} answered what its document does not say: ${where.join('; ')}`)
}

export const says = (operation: AnyOperation): operation is AnyOperation & { answer: { schema: z.ZodType } } =>
  'schema' in operation.answer

/** What an answer is never: kept on the way, or taken for another type than it says. */
const never = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

export function replyOf(operation: AnyOperation, answered: unknown): Reply {
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

export const problemReply = async (problem: Problem, language: Language): Promise<Reply> => ({
  statusCode: problem.status,
  headers: {
    'content-type': 'application/problem+json; charset=utf-8',
    ...never,
    ...(problem.extra.retryAfter !== undefined && { 'retry-after': String(problem.extra.retryAfter) }),
  },
  body: JSON.stringify(await problem.body(language)),
})
