import { placeCodeOf } from '@xieshang/kernel'
import type { ConsultationEvent } from '@xieshang/rules'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { messageOf } from '../../functions/src/telling/message.ts'
import { declared } from '../../packages/channels/src/index.ts'
import { startCounty, type TestCounty } from '../../packages/store/test/county.ts'
import { seedPlaces } from '../places.ts'

let county: TestCounty
beforeAll(async () => {
  county = await startCounty()
  await seedPlaces(county.client, county.tableName, ['331102'])
})
afterAll(() => county.stop())

it('P3a, P6a, P8: an SMS says what happened, and nothing else is told by SMS', async () => {
  const id = await county.ready(3)
  const [notice] = (await county.store.consultations.events(id)).filter(({ type }) => type === 'NoticeIssued')
  if (notice === undefined) throw new Error('A notice was issued')
  const after = async (type: string, data: object) => {
    const event = { ...notice, type, data: { ...notice.data, ...data } } as ConsultationEvent
    const consultations = { ...county.store.consultations, event: async () => event }
    const { secrets, people } = county
    const wording = {
      store: { ...county.store, consultations },
      secrets,
      people,
      tenant: placeCodeOf('331102'),
      origin: 'https://x',
    }
    const message = await messageOf(declared.sms, wording, { consultation: id, event: event.number, seat: 3 })
    return 'text' in message ? message.text : message.why
  }
  expect(await after('NoticeIssued', {})).toContain('请您参加“停车位改造”协商')
  expect(await after('RoundOpened', {})).toContain('“停车位改造”开始表决，请投票：')
  expect(await after('RoundOpened', { closesAt: '2026-03-02T10:00:00.000Z' })).toContain('截止，请投票：')
  expect(await after('OutcomePublished', {})).toContain('“停车位改造”协商结果已公示：')
  expect(await after('FormsChosen', {})).toBe('notSent')
})
