import { placeCodeOf } from '@xieshang/kernel'
import { quarterOf, shapeText } from '@xieshang/rules'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { linkOperations } from '../../functions/src/resident/links.ts'
import { publicAffairs } from '../../functions/src/resident/publicAffairs.ts'
import { screenOperations } from '../../functions/src/resident/screens.ts'
import type { Implementation } from '../../packages/http/src/index.ts'
import { inHours, now, startCounty, type TestCounty, village } from '../../packages/store/test/county.ts'
import { seedPlaces } from '../places.ts'
import { textIn } from './wired.ts'

let county: TestCounty
beforeAll(async () => {
  county = await startCounty()
  await seedPlaces(county.client, county.tableName, ['331102'])
})
afterAll(() => county.stop())

/** What an operation that is open to everybody answers. */
async function answer(of: readonly Implementation[], id: string, params: Record<string, string>, body?: unknown) {
  const one = of.find(({ operation }) => operation.id === id)
  if (one === undefined || one.access !== 'open') throw new Error(`${id} is open to everybody`)
  return one.run({
    params,
    query: {},
    body: () => body,
    language: 'zh',
    idempotencyKey: 'key-1',
    ifMatch: undefined,
    caller: 'somebody',
  })
}

it('P6a: whoever casts where there is no ballot is told why', async () => {
  const id = await county.ready(3)
  const token = (await county.tokensOf(id)).get(2) ?? ''
  const links = linkOperations(county.store)
  const cast = (round: number, shape: string) =>
    answer(links, 'castBallot', { token }, { round, shape, choices: [{ item: 1, choice: 'yes' }] })
  const { rounds } = await county.done(id, 'openRound', {
    items: [1],
    method: 'online',
    secrecy: 'named',
    closesAt: inHours(1),
    paper: [2],
  })
  const shape = rounds[0] === undefined ? '' : shapeText(rounds[0])
  await expect(cast(1, shape)).rejects.toMatchObject({ code: 'seatVotesOnPaper' })
  await expect(cast(2, shape)).rejects.toMatchObject({ code: 'roundUnknown', status: 422 })
})

it('P6a: who casts a secret ballot again is told that one was received before, and not that this one is', async () => {
  const id = await county.ready(8)
  const token = (await county.tokensOf(id)).get(2) ?? ''
  const { rounds } = await county.done(id, 'openRound', { items: [1], method: 'online', secrecy: 'secret' })
  const shape = rounds[0] === undefined ? '' : shapeText(rounds[0])
  const cast = () =>
    answer(
      linkOperations(county.store),
      'castBallot',
      { token },
      { round: 1, shape, choices: [{ item: 1, choice: 'yes' }] },
    )
  expect(await cast()).not.toHaveProperty('before')
  expect(await cast()).toMatchObject({ status: 200, answer: { round: 1, before: true } })
})

it('P8: the page of a link says of which village it is', async () => {
  const id = await county.ready(3)
  const token = (await county.tokensOf(id)).get(2) ?? ''
  expect(await answer(linkOperations(county.store), 'openLink', { token })).toMatchObject({
    consultation: { villages: [{ code: village, name: expect.stringMatching(/\S/) }] },
  })
})

it('U2: a link whose consultation is gone is no link any more', async () => {
  const id = await county.ready(3)
  const token = (await county.tokensOf(id)).get(2) ?? ''
  await county.table.delete({ PK: `CASE#${id}`, SK: 'HEAD' })
  await expect(answer(linkOperations(county.store), 'openLink', { token })).rejects.toMatchObject({
    code: 'linkInvalid',
  })
})

it('P3a: a screen stands at a place of its own county', async () => {
  const screens = screenOperations(county.store, placeCodeOf('331102'))
  expect(await answer(screens, 'getScreen', { division: village })).toMatchObject({ division: village, slides: [] })
  await expect(answer(screens, 'getScreen', { division: placeCodeOf('331102999999') })).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(answer(screens, 'getScreen', { division: placeCodeOf('331121') })).rejects.toMatchObject({
    code: 'notFound',
  })
})

it('G11: open data is read by the names of townships and kinds, not by their codes', async () => {
  await county.published()
  const quarter = quarterOf(now())
  await county.store.reports.publishQuarter(placeCodeOf('331102'), quarter)
  const all = publicAffairs(county.store, placeCodeOf('331102'))
  const csv = textIn(await answer(all, 'getOpenDataCsv', {}))
  const [place] = (await county.store.places.known()).pathOf(village).filter(({ kind }) => kind === 'township')
  expect(csv).toContain(`${quarter},township,consultations,331102001,${place?.name},1`)
  expect(csv).toMatch(/,relation,consultations,\w+,[^,]*[\u4e00-\u9fff][^,]*,1/)
})
