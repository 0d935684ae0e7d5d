import { atLevel, may, type PlaceCode, type ProvedPlace, placeCodeOf } from '@xieshang/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { affairsOperations } from '../../functions/src/staff/affairs.ts'
import { recordOperations } from '../../functions/src/staff/record.ts'
import { officer, startCounty, type TestCounty, village } from '../../packages/store/test/county.ts'
import { seedPlaces } from '../places.ts'
import { textIn } from './wired.ts'

let county: TestCounty
beforeAll(async () => {
  county = await startCounty()
  await seedPlaces(county.client, county.tableName, ['331102'])
})
afterAll(() => county.stop())

const township = atLevel(village, 'township')
const inVillage = { ...officer, role: 'village' as const }
const inTownship = { ...officer, sub: 'township-1', role: 'township' as const, division: township }

/** What an operation of the registers or the record answers an officer. */
async function answer(
  id: string,
  actor: typeof inVillage | typeof inTownship,
  asked: { readonly params?: object; readonly query?: object; readonly body?: unknown },
) {
  const all = [...affairsOperations(county.store, placeCodeOf('331102')), ...recordOperations(county.store)]
  const one = all.find(({ operation }) => operation.id === id)
  if (one === undefined || one.access === 'open') throw new Error(`${id} is for officers`)
  return one.run({
    ...{ params: asked.params, query: asked.query, body: asked.body, actor, language: 'zh' },
    ...{ idempotencyKey: `key-${id}`, ifMatch: undefined },
    prove: (place: PlaceCode, standing) => {
      if (!may(actor, 'read', place, standing)) throw new Error(`${place} is not theirs`)
      return place as ProvedPlace
    },
  })
}

it('G6, G8: a village reads of its township what is for those below as well, and nothing else', async () => {
  const held = { title: '培训', day: '2026-03-02', hours: 2, teacher: '老师', attendees: [{ name: '张三' }] }
  await answer('createTraining', inTownship, { body: { division: township, fields: held } })
  const hall = { name: '大礼堂', address: '镇政府一楼', seats: 80 }
  const made = await answer('createVenue', inTownship, { body: { division: township, fields: hall } })
  const place = [{ code: placeCodeOf('331102') }, { code: township }]
  expect(made).toMatchObject({ division: township, place })
  const seen = (kind: string) => answer('listEntries', inVillage, { params: { kind }, query: { limit: 50 } })
  expect(await seen('training')).toMatchObject({ entries: [], above: [] })
  expect(await seen('venue')).toMatchObject({ entries: [], above: [{ division: township }] })
  const own = { params: { kind: 'venue' }, query: { limit: 50, own: 'true' } }
  expect(await answer('listEntries', inVillage, own)).toMatchObject({ entries: [], above: [] })
})

it('E4: the chain that an officer takes has the values with it', async () => {
  const { id } = await county.propose()
  const file = await answer('getChain', inVillage, { params: { id }, query: { part: 1 } })
  const [event = '', values = ''] = textIn(file).split('\n')
  expect(JSON.parse(event)).toMatchObject({ type: 'TopicProposed', number: 1 })
  expect(event).not.toContain('小区停车难')
  expect(values).toContain('小区停车难')
})
