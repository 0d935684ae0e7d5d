import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newAhead, writeAhead } from '../src/clock/date.ts'
import { openKms } from '../src/engines/kms.ts'
import { type Route, routeTable } from '../src/http/routes.ts'
import { defineFunction, InvocationError, type LocalFunction } from '../src/lambda/function.ts'
import { openState, type State } from '../src/state/state.ts'
import { evaluate, inOrder, type Made, type Scope, TemplateError } from '../src/templates/evaluate.ts'

let folder: string
let state: State

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-desk-'))
  state = openState(folder)
})

afterAll(() => {
  state.close()
  rmSync(folder, { recursive: true })
})

describe('a template’s values', () => {
  const scope: Scope = {
    stack: 'S',
    template: {
      Resources: {},
      Conditions: { Yes: { 'Fn::Equals': ['a', { Ref: 'P' }] } },
      Mappings: { M: { x: { y: 'found' } } },
    },
    parameters: new Map([['P', 'a']]),
    made: new Map<string, Made>([
      ['T', { ref: 'table', attributes: { Arn: 'arn:table' } }],
      ['Odd', { ref: 'odd', attributes: {}, standIn: true }],
    ]),
    exports: new Map([['E', 'exported']]),
    account: '000000000000',
    region: 'us-east-1',
  }
  it.each<[unknown, unknown]>([
    [{ Ref: 'T' }, 'table'],
    [{ 'Fn::GetAtt': ['T', 'Arn'] }, 'arn:table'],
    [{ 'Fn::GetAtt': 'T.Arn' }, 'arn:table'],
    [{ 'Fn::GetAtt': ['Odd', 'Whatever'] }, 'odd.Whatever'],
    [{ 'Fn::Join': [':', ['arn', { Ref: 'AWS::Partition' }, { Ref: 'AWS::Region' }]] }, 'arn:aws:us-east-1'],
    [{ 'Fn::Sub': `\${T}/\${T.Arn}/\${!Literal}/\${AWS::AccountId}` }, `table/arn:table/\${Literal}/000000000000`],
    [{ 'Fn::Sub': [`\${x}-\${T}`, { x: { Ref: 'P' } }] }, 'a-table'],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['.', 'a.b.c'] }] }, 'b'],
    [{ 'Fn::ImportValue': 'E' }, 'exported'],
    [{ 'Fn::FindInMap': ['M', 'x', 'y'] }, 'found'],
    [{ 'Fn::If': ['Yes', 'then', 'else'] }, 'then'],
    [{ a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] }, { b: [1] }],
  ])('%j is %j', (value, result) => {
    expect(evaluate(value, scope)).toEqual(result)
  })

  it.each([[{ Ref: 'Nobody' }], [{ 'Fn::GetAtt': ['T', 'Nothing'] }], [{ 'Fn::ImportValue': 'Nothing' }]])(
    '%j is an error that names it, not an empty text',
    (value) => {
      expect(() => evaluate(value, scope)).toThrow(TemplateError)
    },
  )

  it('come in an order in which each is made after what it mentions', () => {
    const order = inOrder({
      A: { Type: 'x', Properties: { b: { 'Fn::GetAtt': ['B', 'Arn'] } } },
      B: { Type: 'x', Properties: { c: { 'Fn::Sub': `\${C}` } } },
      C: { Type: 'x', DependsOn: ['D'] },
      D: { Type: 'x' },
    })
    expect(order).toEqual(['D', 'C', 'B', 'A'])
  })
})

describe('routes', () => {
  const route = (key: string): Route => ({ key, target: {} as LocalFunction, jwt: undefined })
  const find = routeTable(['$default', 'ANY /a/{proxy+}', 'ANY /a', 'GET /a/{id}', 'GET /a/b'].map(route))
  it.each([
    ['GET', '/a/b', 'GET /a/b', {}],
    ['GET', '/a/c', 'GET /a/{id}', { id: 'c' }],
    ['POST', '/a/c', 'ANY /a/{proxy+}', { proxy: 'c' }],
    ['GET', '/a/c/d', 'ANY /a/{proxy+}', { proxy: 'c/d' }],
    ['PUT', '/a', 'ANY /a', {}],
    ['GET', '/a/', '$default', {}],
    ['GET', '/other', '$default', {}],
    ['GET', '/a/%E4%B8%80', 'GET /a/{id}', { id: '一' }],
  ])('%s %s goes to %s', (method, path, key, pathParameters) => {
    const match = find(method, path)
    expect([match?.route.key, { ...match?.pathParameters }]).toEqual([key, pathParameters])
  })
})

describe('keys', () => {
  it('open only what they sealed, and only with the same encryption context', () => {
    const kms = openKms(state, 'us-east-1', '000000000000')
    const KeyId = kms.keyFor('a')
    expect(kms.keyFor('a')).toBe(KeyId)
    const context = { tenant: '331102' }
    const made = kms.answer('GenerateDataKey', { KeyId, EncryptionContext: context }).body as Record<string, string>
    const open = (EncryptionContext: Record<string, string>) =>
      kms.answer('Decrypt', { CiphertextBlob: made.CiphertextBlob ?? '', EncryptionContext })
    expect(open(context)).toMatchObject({ status: 200, body: { Plaintext: made.Plaintext } })
    expect(open({ tenant: '331121' }).status).toBe(400)
    expect(kms.answer('GenerateDataKey', { KeyId: 'nobody' }).status).toBe(400)
  })
})

describe('a function', () => {
  const define = (
    code: string,
    options: { timeoutMs?: number; environment?: Record<string, string>; concurrency?: number } = {},
  ) => {
    const file = join(folder, `${Math.random().toString(36).slice(2)}.mjs`)
    writeFileSync(file, code)
    const lines: string[] = []
    const ahead = newAhead()
    const fn = defineFunction(
      { name: 'f', file, environment: {}, memory: 128, timeoutMs: 5000, concurrency: 2, ahead, ...options },
      (line) => lines.push(line),
      () => undefined,
    )
    return { fn, lines, ahead }
  }

  it('starts on its first invocation, with its own environment and nothing of the desk’s', async () => {
    process.env.DESK_ONLY = 'secret'
    const { fn, lines } = define(
      'console.log("started"); export const handler = async (event) => ({ event, own: process.env.OWN, desk: process.env.DESK_ONLY })',
      { environment: { OWN: 'yes' } },
    )
    expect(lines).toEqual([])
    expect(await fn.invoke({ n: 1 })).toEqual({ event: { n: 1 }, own: 'yes' })
    expect(await fn.invoke({ n: 2 })).toMatchObject({ event: { n: 2 } })
    await fn.stop()
    expect(lines.filter((line) => line.includes('started'))).toHaveLength(1)
  })

  it('sees the desk’s time at once, a running one too, while what it waits for takes as long as ever', async () => {
    const { fn, ahead } = define(
      `export const handler = async () => {
        const before = performance.now()
        await new Promise((done) => setTimeout(done, 20))
        return { at: [Date.now(), new Date().getTime(), Date.parse(new Date(Date.now()).toISOString())], waited: performance.now() - before,
          kinds: [new Date() instanceof Date, new Date(0).getTime(), Date.UTC(2026, 0), typeof Date()] }
      }`,
    )
    for (const day of [0, 3, 400]) {
      writeAhead(ahead, day * 86_400_000)
      const { at, waited, kinds } = (await fn.invoke({})) as { at: number[]; waited: number; kinds: unknown[] }
      for (const one of at) expect(Math.abs(one - Date.now() - day * 86_400_000)).toBeLessThan(5_000)
      expect(waited).toBeLessThan(5_000)
      expect(kinds).toEqual([true, 0, Date.UTC(2026, 0), 'string'])
    }
    await fn.stop()
  })

  it('is ended over its time, and the next invocation is answered', async () => {
    const { fn } = define(
      'export const handler = async (event) => event.hang ? new Promise(() => setInterval(() => {}, 1000)) : "well"',
      { timeoutMs: 400 },
    )
    await expect(fn.invoke({ hang: true })).rejects.toMatchObject({ kind: 'timeout' })
    expect(await fn.invoke({})).toBe('well')
    await fn.stop()
  })

  it('whose handler throws or whose process ends fails its invocation only', async () => {
    const { fn } = define(
      'export const handler = async (event) => { if (event.exit) process.exit(3); if (event.bad) throw new Error("no"); return 1 }',
    )
    await expect(fn.invoke({ bad: true })).rejects.toThrow(InvocationError)
    await expect(fn.invoke({ exit: true })).rejects.toMatchObject({ kind: 'crash' })
    expect(await fn.invoke({})).toBe(1)
    await fn.stop()
  })
})
