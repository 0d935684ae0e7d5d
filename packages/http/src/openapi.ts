import { rolesWith } from '@xieshang/kernel'
import * as z from 'zod'
import { type ErrorAnswer, errorAnswers, errorSchemas } from './errorAnswers.ts'
import type { AnyOperation } from './operation.ts'

type Json = Record<string, unknown>

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
  for (const schema of errorSchemas) schemaOf(schema, 'output')
  const responses: Record<string, Json> = {}
  /** A response that many operations give stands once, and each refers to it. */
  const referTo = ([status, { name, ...response }]: readonly [number, ErrorAnswer]) => {
    responses[name] = response
    return [status, { $ref: `#/components/responses/${name}` }] as const
  }
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
      security: operation.verb === 'open' ? [] : [{ token: [] }],
      ...(operation.verb !== 'open' && { 'x-verb': operation.verb, 'x-roles': rolesWith(operation.verb) }),
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
        ...Object.fromEntries(errorAnswers(operation).map(referTo)),
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
      responses,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}
