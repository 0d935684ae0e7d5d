import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { commands } from '../src/deciding.ts'
import { keysOf } from '../src/index.ts'
import { issueText, refusalText, refusalTexts } from '../src/sentences.ts'

const source = fileURLToPath(new URL('../src', import.meta.url))
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('texts'))
  .map((name) => readFileSync(`${source}/${name}`, 'utf8'))
  .join('\n')

describe('refusals', () => {
  const given = [
    ...code.matchAll(/(?:Refusal|forbidden)\(\s*(?:'[A-Z]\d*[a-g]?'|spec\.clause|clause),\s*'(\w+)'/g),
  ].map(([, name]) => String(name))
  const gaps = [...code.matchAll(/return '(\w+(?:Missing|Majority))'/g)].map(([, name]) => String(name))

  it('each has a sentence, and each sentence has a refusal', () => {
    expect(given.length).toBeGreaterThan(40)
    expect(new Set([...given, ...gaps])).toEqual(new Set(keysOf(refusalTexts)))
  })

  it.each(keysOf(refusalTexts))('%s says the same in both languages', (name) => {
    const { zh, en } = refusalTexts[name]
    const params = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).toSorted()
    expect(zh).toMatch(/[。？]$/)
    expect(en).toMatch(/[.?]$/)
    expect(params(en).filter((name) => !params(zh).includes(name))).toEqual([])
  })

  it('are filled with what they are about', () => {
    const refusal = {
      clause: 'P6b',
      code: 'noQuorum',
      kind: 'rule',
      params: { present: 22, listed: 34, needed: 23 },
    } as const
    expect(refusalText(refusal, 'zh')).toBe('到会22人，名单共34人，须有三分之二以上即至少23人到会才能表决。')
    expect(refusalText(refusal, 'en')).toContain('22 of 34')
  })
})

/** Names of the lists below a schema that have a most. */
function listsIn(node: unknown, name = ''): string[] {
  if (Array.isArray(node)) return node.flatMap((one) => listsIn(one, name))
  if (typeof node !== 'object' || node === null) return []
  const { properties = {}, maxItems, ...others } = node as { properties?: object; maxItems?: number }
  return [
    ...(maxItems === undefined ? [] : [name]),
    ...Object.entries(properties).flatMap(([key, value]) => listsIn(value, key)),
    ...listsIn(Object.values(others), name),
  ]
}

describe('a list that is too long', () => {
  const schemas = keysOf(commands).map((type) => z.toJSONSchema(commands[type].schema, { io: 'input' }))

  it.each([...new Set(schemas.flatMap((schema) => listsIn(schema)))])(
    '%s: is named in the words of who made it',
    (name) => {
      const issue: z.core.$ZodIssue = {
        code: 'too_big',
        origin: 'array',
        maximum: 7,
        path: ['body', name],
        message: '',
        input: [],
      }
      expect(issueText(issue, 'zh')).toMatch(/^[^\w\s]+最多7[人个种份条张步]，/)
      expect(issueText(issue, 'en')).toMatch(/^At most 7 (?!entries)[a-z ]+\./)
    },
  )
})

describe('a field that is wrong', () => {
  const schema = z.strictObject({
    name: z.string().min(1).max(3),
    count: z.int().max(9),
    at: z.iso.datetime(),
    of: z.enum(['a']),
  })
  const said = (input: object) =>
    schema
      .safeParse(input, { reportInput: true })
      .error?.issues.map((issue) => [issue.path.join('.'), issueText(issue, 'zh')])

  it('is said in a sentence', () => {
    expect(said({ name: '', count: 10, at: 'heute', of: 'b', more: 1 })).toEqual([
      ['name', '请填写。'],
      ['count', '不能大于9。'],
      ['at', '时间格式应如 2026-03-01T08:30:00.000Z 或 2026-03-01T16:30:00+08:00。'],
      ['of', '请从给出的选项中选择。'],
      ['', '不认识的内容：more。'],
    ])
  })
})
