import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cityDocument, countyDocument } from '../../packages/http/src/documents.ts'
import type { AnyOperation } from '../../packages/http/src/operation.ts'
import { described } from '../../packages/http/test/described.ts'
import type { City } from '../journey/city.ts'
import { wholeWay } from '../journey/whole.ts'
import { cityAt, freePort, type Running, startCity } from '../near/running.ts'
import { callersOf, county, village } from './callers.ts'
import { tellConsultations, tellResidents } from './consultations.ts'
import { tellNotes } from './notes.ts'
import { tellOffices } from './offices.ts'
import { tellRegisters } from './registers.ts'

/** What each operation answered, before it was parsed. */
const given = vi.hoisted(() => new Map<string, unknown[]>())

vi.mock('../../packages/http/src/operation.ts', async (original) => {
  const real = await original<typeof import('../../packages/http/src/operation.ts')>()
  const listening = (made: { readonly operation: AnyOperation; readonly run: (input: never) => Promise<unknown> }) => ({
    ...made,
    run: async (input: never) => {
      const answer = await made.run(input)
      given.set(made.operation.id, [...(given.get(made.operation.id) ?? []), answer])
      return answer
    },
  })
  return {
    ...real,
    implement: (...made: Parameters<typeof real.implement>) => listening(real.implement(...made)),
  }
})

const documents = {
  county: described(countyDocument(county)),
  city: described(cityDocument()),
}

let data: string
let running: Running
let city: City

beforeAll(async () => {
  const port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-answers-'))
  running = await startCity({ port, data, counties: [county] })
  city = cityAt(port, data)
  const callers = callersOf(city)
  // The whole city runs in this process, and by its clock.
  const publicationOver = async (until: Date) => {
    vi.useFakeTimers({ toFake: ['Date'], now: until })
    city.renew?.()
  }
  const { id } = await wholeWay({
    city,
    village: { code: village, name: '水东村' },
    say: () => undefined,
    publicationOver,
  })
  vi.useRealTimers()
  city.renew?.()
  await tellResidents(callers, city, id)
  await tellConsultations(callers, id)
  await tellRegisters(callers, id)
  await tellNotes(callers)
  await tellOffices(callers, id)
}, 240_000)

afterAll(async () => {
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

describe('what the API answers', () => {
  it('is tried for every operation of both documents', () => {
    const missing = Object.values(documents).flatMap((document) => [...document.keys()].filter((id) => !given.has(id)))
    expect(missing).toEqual([])
    expect(documents.county.size + documents.city.size).toBeGreaterThan(165)
  })

  it.each([...new Map([...documents.city, ...documents.county])])(
    'by %s is what the document says, and has nothing that would have to be left out',
    (id, schema) => {
      for (const answer of given.get(id) ?? []) {
        if (schema === undefined) continue
        const result = schema.safeParse(JSON.parse(JSON.stringify(answer)))
        expect(result.error?.issues.slice(0, 5) ?? []).toEqual([])
      }
    },
  )

  it('never tells the id that somebody signs in by', () => {
    for (const [id, answers] of given) expect(JSON.stringify(answers), id).not.toMatch(/"sub":/)
  })
})
