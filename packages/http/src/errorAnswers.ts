import * as z from 'zod'
import { type AnyOperation, mostBytesOf } from './operation.ts'
import { problemSchema } from './problem.ts'

type Json = Record<string, unknown>

/** What the gateway itself says, before any code of ours is started. */
const gatewayMessage = z.object({ message: z.string() }).meta({ id: 'GatewayMessage' })

/** Schemas that the answers refer to by their names. */
export const errorSchemas = [problemSchema, gatewayMessage]

const ours = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
const gateways = { 'application/json': { schema: { $ref: '#/components/schemas/GatewayMessage' } } }

/** A response of an OpenAPI document, and the name by which operations refer to it. */
export type ErrorAnswer = { readonly name: string; readonly description: string; readonly content: Json }

const answer = (name: string, description: string, ...content: Json[]): ErrorAnswer => ({
  ...{ name, description },
  content: Object.assign({}, ...content),
})

const malformed = answer('Malformed', '请求有误 / The request is malformed', ours)
const signedOut = answer('SignedOut', '未登录：由网关直接答复 / No valid token: the gateway itself answers', gateways)
const forbidden = answer('Forbidden', '无权 / Not allowed', ours)
const notFound = answer('NotFound', '不存在 / Not found', ours)
const tooLarge = (bytes: number) =>
  answer(`TooLarge${bytes}`, `内容超过${bytes}字节 / The body has more than ${bytes} bytes`, ours)
const otherType = answer('OtherType', '格式不支持 / The body is of another type', ours)
const conflict = answer('Conflict', '与现状不符，或有人先改了 / It stands elsewhere, or somebody was faster', ours)
const refused = answer('Refused', '不符合规定 / Refused by a clause', ours)
const versionMissing = answer('VersionMissing', '缺少 If-Match / The version is missing', ours)
const slowedDown = answer(
  'SlowedDown',
  '请求过多，请稍后再试 / Too many requests; wait and try again',
  // Said by us, or by the gateway where we did not come to say anything.
  ...[ours, gateways],
)
const throttled = answer(
  'Throttled',
  '请求过多：由网关直接答复 / Too many requests: the gateway itself answers',
  gateways,
)
const broken = answer('Broken', '系统出错 / Something went wrong', ours, gateways)
const busy = answer('Busy', '请稍后再试 / Busy, or no answer in time', ours, gateways)

type Under = readonly [status: number, answer: ErrorAnswer]

/** Every error that an operation may answer with, by status. */
export function errorAnswers(operation: AnyOperation): readonly Under[] {
  const where = (holds: boolean, ...answers: readonly Under[]) => (holds ? answers : [])
  const open = operation.verb === 'open'
  return [
    [400, malformed],
    ...where(!open, [401, signedOut], [403, forbidden]),
    [404, notFound],
    ...where(operation.idempotent === true, [409, conflict]),
    ...where(operation.body !== undefined, [413, tooLarge(mostBytesOf(operation))], [415, otherType]),
    ...where(operation.idempotent === true, [422, refused]),
    ...where(operation.ifMatch === true, [428, versionMissing]),
    [429, open ? slowedDown : throttled],
    [500, broken],
    [503, busy],
  ]
}
