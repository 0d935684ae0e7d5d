import { addDays, dayOf } from '@xieshang/rules'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { now, startCounty, type TestCounty, village } from '../../packages/store/test/county.ts'
import { startSns } from './sns.ts'
import { streamOf, wireCounty } from './wired.ts'

let county: TestCounty
let sns: Awaited<ReturnType<typeof startSns>>
beforeAll(async () => {
  county = await startCounty()
  sns = await startSns()
})
afterAll(async () => {
  county.stop()
  await sns.stop()
})

it('F2: a council that sits is held at once, and another session is none', async () => {
  const { relay } = await wireCounty(county.tableName, { sns, kmsEndpoint: county.kmsEndpoint })
  const today = dayOf(now())
  await county.store.dailyPass.of(addDays(today, -1))
  await county.store.duties.refreshPlace(village, now())
  const held = async () =>
    (await county.store.duties.of({ kind: 'place', id: village }, today))
      .filter(({ kind, due }) => kind === 'council' && due >= today)
      .map(({ doneOn }) => doneOn)
  const id = await county.ready(3)
  const sits = async (kind: 'talk' | 'council') => {
    const session = { kind, place: '礼堂', host: '书记', recorder: '文书' }
    const { version, sessions } = await county.done(id, 'openSession', session)
    await relay(streamOf((await county.table.queryAll(`CASE#${id}`, { prefix: 'EVENT#' })).slice(version - 1)))
    await county.done(id, 'closeSession', { session: sessions.length })
  }
  await sits('talk')
  expect(await held()).toEqual([undefined])
  await sits('council')
  expect(await held()).toEqual([today])
})
