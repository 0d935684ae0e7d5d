import * as z from 'zod'
import { type AnyOperation, mostBytesOf } from './operation.ts'
import { problemSchema } from './problem.ts'

type Json = Record<string, unknown>

const problemContent: Json = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

const problemAnswer = (description: string): Json => ({ description, content: problemContent })

/** What the gateway itself says, before any code of ours is started. */
const gatewayMessage = z.object({ message: z.string() }).meta({ id: 'GatewayMessage' })

const gatewayContent: Json = { 'application/json': { schema: { $ref: '#/components/schemas/GatewayMessage' } } }

const gatewayAnswer = (description: string): Json => ({ description, content: gatewayContent })

/** Said by us, or by the gateway where we did not come to say anything. */
const eitherAnswer = (description: string): Json => ({ description, content: { ...problemContent, ...gatewayContent } })

const errorAnswers = (operation: AnyOperation): Json => ({
  400: problemAnswer('请求有误 / The request is malformed'),
  ...(operation.roles !== 'open' && {
    401: gatewayAnswer('未登录：由网关直接答复 / No valid token: the gateway itself answers'),
    403: problemAnswer('无权 / Not allowed'),
  }),
  404: problemAnswer('不存在 / Not found'),
  ...(operation.body !== undefined && {
    413: problemAnswer(
      `内容超过${mostBytesOf(operation)}字节 / The body has more than ${mostBytesOf(operation)} bytes`,
    ),
    415: problemAnswer('格式不支持 / The body is of another type'),
  }),
  ...(operation.idempotent === true && {
    409: problemAnswer('与现状不符，或有人先改了 / It stands elsewhere, or somebody was faster'),
    422: problemAnswer('不符合规定 / Refused by a clause'),
  }),
  ...(operation.ifMatch === true && { 428: problemAnswer('缺少 If-Match / The version is missing') }),
  429:
    operation.roles === 'open'
      ? eitherAnswer('请求过多，请稍后再试 / Too many requests; wait and try again')
      : gatewayAnswer('请求过多：由网关直接答复 / Too many requests: the gateway itself answers'),
  500: eitherAnswer('系统出错 / Something went wrong'),
  503: eitherAnswer('请稍后再试 / Busy, or no answer in time'),
})

function parameters(operation: AnyOperation, schemaOf: (schema: z.ZodType) => Json): Json[] {
  const from = (where: 'path' | 'query', schema: z.ZodType | undefined): Json[] => {
    if (!(schema instanceof z.ZodObject)) return []
    return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, one]) => ({
      name,
      in: where,
      required: where === 'path' || !(one instanceof z.ZodOptional || one instanceof z.ZodDefault),
      schema: schemaOf(one),
    }))
  }
  const header = (name: string, required: boolean, description: string): Json => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  })
  return [
    ...from('path', operation.params),
    ...from('query', operation.query),
    ...(operation.idempotent === true
      ? [
          header(
            'Idempotency-Key',
            true,
            '同一操作重发时用同一个值，另一操作用另一个 / The same value when the same act is sent again, another one for another act',
          ),
        ]
      : []),
    ...(operation.ifMatch === true
      ? [header('If-Match', true, '所依据的版本号，如 "7" / The version it was thought for')]
      : []),
  ]
}

/** The OpenAPI 3.1 document of some operations, made from the very schemas that validate. */
export function openApiDocument(title: string, basePath: string, operations: readonly AnyOperation[]): Json {
  const components: Record<string, Json> = {}
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const made = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' })
    // The definitions move to where an OpenAPI document keeps them, and so do the references.
    const text = JSON.stringify(made).replaceAll('#/$defs/', '#/components/schemas/')
    const { $schema: _dialect, $defs, ...json } = JSON.parse(text) as Json & { $defs?: Record<string, Json> }
    for (const [name, definition] of Object.entries($defs ?? {})) components[name] = definition
    // A named schema comes as a reference to itself among the definitions.
    return json
  }
  schemaOf(problemSchema, 'output')
  schemaOf(gatewayMessage, 'output')
  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of operations) {
    const ok: Json =
      'file' in operation.answer
        ? { [operation.answer.file]: { schema: { type: 'string', format: 'binary' } } }
        : { 'application/json': { schema: schemaOf(operation.answer.schema, 'output') } }
    paths[operation.path] ??= {}
    const at = paths[operation.path] ?? {}
    at[operation.method] = {
      operationId: operation.id,
      summary: `${operation.summary.zh} / ${operation.summary.en}`,
      ...(operation.clause !== undefined && { 'x-clause': operation.clause }),
      security: operation.roles === 'open' ? [] : [{ token: [] }],
      ...(operation.roles !== 'open' && { 'x-roles': operation.roles }),
      parameters: parameters(operation, (schema) => schemaOf(schema, 'input')),
      ...(operation.body !== undefined && {
        requestBody: {
          required: true,
          content: { [operation.bodyType ?? 'application/json']: { schema: schemaOf(operation.body, 'input') } },
        },
      }),
      responses: {
        [operation.status ?? 200]: { description: 'OK', content: ok },
        ...Object.fromEntries(
          Object.entries(operation.also ?? {}).map(([status, { zh, en }]) => [
            status,
            { description: `${zh} / ${en}`, content: ok },
          ]),
        ),
        ...errorAnswers(operation),
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1' },
    servers: [{ url: basePath }],
    paths,
    components: {
      schemas: components,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}
