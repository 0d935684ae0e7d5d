import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { commandPath, commands, proposeTopicSchema } from '../src/deciding.ts'
import { keysOf } from '../src/index.ts'

const file = new URL('schemas.json', import.meta.url)

/** What a sender has to keep to, as the API publishes it. After a change that is meant, `UPDATE=1` writes it anew. */
const bounds = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

const published = () =>
  `${JSON.stringify(
    {
      'propose-topic': bounds(proposeTopicSchema),
      ...Object.fromEntries(keysOf(commands).map((type) => [commandPath(type), bounds(commands[type].schema)])),
    },
    null,
    1,
  )}\n`

it('every command takes what it took before: a bound that moves is seen here first', () => {
  if (process.env.UPDATE !== undefined) writeFileSync(file, published())
  const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
  expect(JSON.parse(published())).toEqual(kept)
})

it('a text is trimmed, without what nobody types, and neither empty nor endless', () => {
  const { schema } = commands.returnTopic
  expect(schema.parse({ reason: '  请补充\u0000\uD800\n材料 ' })).toEqual({ reason: '请补充\uFFFD\n材料' })
  expect(schema.safeParse({ reason: ' \u0007 ' }).success).toBe(false)
  expect(schema.safeParse({ reason: '长'.repeat(500) }).success).toBe(true)
  expect(schema.safeParse({ reason: '长'.repeat(501) }).success).toBe(false)
})
