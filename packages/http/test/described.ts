import * as z from 'zod'

type Json = Record<string, unknown>
type Described = {
  readonly operationId: string
  readonly responses: Record<string, { content: Record<string, { schema: Json }> }>
}
type Document = { readonly paths: Record<string, Record<string, Described>>; readonly components: { schemas: Json } }

/** The strict schema of each operation that answers JSON, as the document has it. */
export function described(made: object): ReadonlyMap<string, z.ZodType | undefined> {
  const document = made as Document
  const definitions = JSON.stringify(document.components.schemas)
  const strictly = (schema: Json) =>
    z.fromJSONSchema(
      JSON.parse(
        JSON.stringify({ ...schema, $defs: JSON.parse(definitions) as Json }).replaceAll(
          '#/components/schemas/',
          '#/$defs/',
        ),
      ) as Parameters<typeof z.fromJSONSchema>[0],
    )
  const all = Object.values(document.paths).flatMap((path) => Object.values(path))
  return new Map(
    all.map(({ operationId, responses }) => {
      const [, ok] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? []
      const schema = ok?.content['application/json']?.schema
      return [operationId, schema === undefined ? undefined : strictly(schema)]
    }),
  )
}
