import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { may, placeCodeOf } from '@xieshang/kernel'
import { newPersonSchema } from '@xieshang/rules'
import { describe, expect, it } from 'vitest'
import { cityDocument, countyDocument } from '../src/documents.ts'
import { actorOf, Problem, redact } from '../src/index.ts'
import { problemTexts } from '../src/texts.ts'

describe('a log line', () => {
  it.each([
    ['13812345678', '*********78'],
    ['+8613812345678', '*********78'],
    ['+86 138-1234-5678', '*********78'],
    ['008613812345678。', '*********78。'],
    ['{"phone":"13812345678","other":"19912340000"}', '{"phone":"*********78","other":"*********00"}'],
    ['id 331102001001', 'id 331102001001'],
    ['1381234567890', '1381234567890'],
    ['GET /links/aB3_-xyz/reply', 'GET /links/****/reply'],
    ['https://x.example/r/331102/aB3_-xyz 回T退订', 'https://x.example/r/331102/**** 回T退订'],
  ])('%s is written as %s', (text, written) => {
    expect(redact(text)).toBe(written)
  })
})

describe('authority by a place’s code', () => {
  const claims = (change: object = {}) => ({
    sub: 'u1',
    name: '陈书记',
    role: 'village',
    division: placeCodeOf('331102001001'),
    tenant: placeCodeOf('331102'),
    ...change,
  })
  const statusOf = (change: object, tenant = placeCodeOf('331102')) => {
    try {
      actorOf(claims(change), tenant)
      return 200
    } catch (error) {
      return error instanceof Problem ? error.status : 500
    }
  }

  it.each([
    ['its own village', {}, 200],
    ['a county officer', { role: 'county', division: placeCodeOf('331102') }, 200],
    ['another tenant’s village', { division: placeCodeOf('331121001001'), tenant: placeCodeOf('331121') }, 403],
    ['a tenant that the division does not lie in', { division: placeCodeOf('331121001001') }, 403],
    ['a village role with a county’s code', { division: placeCodeOf('331102') }, 403],
    ['a code with something behind it', { division: '33110200100x' }, 403],
    ['an unknown role', { role: 'emperor' }, 403],
    ['nobody', { sub: '' }, 403],
    ['a list where a text should be', { division: [placeCodeOf('331102001001')] }, 403],
    ['the city in a county', { role: 'city', division: placeCodeOf('3311'), tenant: placeCodeOf('3311') }, 403],
  ])('%s: %o → %i', (_who, change, status) => {
    expect(statusOf(change)).toBe(status)
  })

  it('nobody without claims', () => {
    expect(() => actorOf(undefined, placeCodeOf('331102'))).toThrow(Problem)
  })

  it('reaches what begins with the own code, and nothing that merely resembles it', () => {
    const actor = actorOf(claims({ role: 'township', division: placeCodeOf('331102001') }), placeCodeOf('331102'))
    const reached = ['331102001001', '331102001', '331102010001', '331102']
      .map(placeCodeOf)
      .map((place) => may(actor, 'read', place))
    expect(reached).toEqual([true, true, false, false])
  })
})

describe('the API’s documents', () => {
  it.each([
    ['county', countyDocument(placeCodeOf('331102'))],
    ['city', cityDocument()],
  ])('of the %s name only what they define, and every operation once', (_name, document) => {
    const text = JSON.stringify(document)
    const { schemas } = (document as { components: { schemas: Record<string, unknown> } }).components
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name)
    expect(references.length).toBeGreaterThan(0)
    for (const name of references) expect(Object.keys(schemas)).toContain(name)
    expect(text).not.toContain('#/$defs/')
    const ids = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('are what the client’s types were made from', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xieshang-types-'))
    const script = fileURLToPath(new URL('../../web/scripts/generate-api.ts', import.meta.url))
    execFileSync(process.execPath, [script, folder])
    for (const name of ['county', 'city']) {
      const kept = fileURLToPath(new URL(`../../web/src/api/${name}.gen.d.ts`, import.meta.url))
      expect(readFileSync(kept, 'utf8'), `run packages/web/scripts/generate-api.ts`).toBe(
        readFileSync(join(folder, `${name}.gen.d.ts`), 'utf8'),
      )
    }
    rmSync(folder, { recursive: true })
  }, 60_000)
})

it('an operation says what it takes from where, and its clause', () => {
  type Described = { parameters: { name: string; in: string; required: boolean }[]; 'x-clause'?: string }
  const { paths } = countyDocument('331102') as { paths: Record<string, Record<string, Described>> }
  const { parameters } = paths['/consultations/{id}/seats']?.get ?? { parameters: [] }
  const [id, limit] = ['id', 'limit'].map((name) => parameters.find((one) => one.name === name))
  expect(id).toMatchObject({ in: 'path', required: true })
  expect(limit).toMatchObject({ in: 'query', required: false })
  expect(paths['/consultations/{id}/register-topic']?.post?.['x-clause']).toBe('P1b')
})

describe('problems', () => {
  it('are named, so that a program knows them in any language', async () => {
    expect(await Problem.of('notFound').body('zh')).toMatchObject({
      type: 'urn:xieshang:problem:notFound',
      status: 404,
    })
  })

  it('carry a status that says what it means, in both languages', () => {
    for (const [code, { status, title, detail }] of Object.entries(problemTexts)) {
      expect(status, code).toBeGreaterThanOrEqual(400)
      for (const text of [title, detail]) {
        expect(text.zh, code).toMatch(/\p{Script=Han}/u)
        expect(text.en, code).not.toMatch(/\p{Script=Han}/u)
      }
    }
  })
})

it('S3: takes a number as people type it, and keeps it in one form', () => {
  const kept = (phone: string) =>
    newPersonSchema.safeParse({ name: '李阿婆', phone, category: 'resident', class: 'localResident' }).data?.phone
  for (const typed of ['13812345678', '8613812345678', '+86 138-1234-5678', '0086 13812345678', ' 138 1234 5678 '])
    expect(kept(typed), typed).toBe('+8613812345678')
  for (const typed of ['12812345678', '1381234567', '138123456789', '86138123456789', '+8713812345678'])
    expect(kept(typed), typed).toBeUndefined()
})
