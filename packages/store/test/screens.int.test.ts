import { type PlaceCode, placeCodeOf } from '@xieshang/kernel'
import { beforeAll, expect, it } from 'vitest'
import type { ScreenLine } from '../src/county/screens.ts'
import { openCountyStore } from '../src/county/store.ts'
import { meter } from './capacity.ts'
import { createTestTable, rowsOf } from './table.ts'

const village = placeCodeOf('331102001001')
const neighbour = placeCodeOf('331102001002')
const township = placeCodeOf('331102001')
const now = '2026-03-01T08:00:00.000Z'
const meetingAt = '2026-03-04T01:00:00.000Z'
const publishedUntil = '2026-03-11T01:00:00.000Z'

const notice = (consultation: string, until = meetingAt): ScreenLine => ({
  consultation,
  event: 4,
  kind: 'notice',
  until,
})

const outcome = (consultation: string): ScreenLine => ({
  consultation,
  event: 30,
  kind: 'outcome',
  until: publishedUntil,
})

let test: Awaited<ReturnType<typeof createTestTable>>
let screens: ReturnType<typeof openCountyStore>['screens']

beforeAll(async () => {
  test = await createTestTable()
  ;({ screens } = openCountyStore(test.table))
})

const linesOf = async (division: PlaceCode) =>
  (await rowsOf(test.client, test.tableName)).filter(({ PK }) => PK.endsWith(division))

it('P3a: a notice for the screens stands once on those of its place, however often it is delivered', async () => {
  await screens.show(notice('C1'), { division: village })
  await screens.show(notice('C1'), { division: village })
  expect(await linesOf(village)).toEqual([
    {
      PK: `SCREEN#${village}`,
      SK: `${meetingAt}#C1#notice#000004`,
      consultation: 'C1',
      kind: 'notice',
      event: 4,
      until: meetingAt,
      expiresAt: Date.parse(meetingAt) / 1000 + 86_400,
    },
  ])
  expect(await screens.lines(village, now)).toEqual([
    { consultation: 'C1', kind: 'notice', event: 4, until: meetingAt },
  ])
  expect(await screens.lines(neighbour, now)).toEqual([])
})

it('P3a, P8: a line is shown until the moment that it names, and what ends first stands first', async () => {
  const place = placeCodeOf('331102002001')
  await screens.show(outcome('C2'), { division: place })
  await screens.show(notice('C2'), { division: place })
  const shown = async (at: string) => (await screens.lines(place, at)).map(({ kind }) => kind)
  const before = (instant: string) => new Date(Date.parse(instant) - 1).toISOString()
  expect(await shown(before(meetingAt))).toEqual(['notice', 'outcome'])
  expect(await shown(meetingAt)).toEqual(['outcome'])
  expect(await shown(before(publishedUntil))).toEqual(['outcome'])
  expect(await shown(publishedUntil)).toEqual([])
})

it('P9e: what concerns several villages stands on the screens of each and of the township', async () => {
  await screens.show(outcome('C3'), { division: township, villages: [neighbour, placeCodeOf('331102001003')] })
  for (const place of [township, neighbour, placeCodeOf('331102001003')])
    expect(await screens.lines(place, now), place).toMatchObject([{ consultation: 'C3', kind: 'outcome' }])
  expect((await screens.lines(village, now)).map(({ consultation }) => consultation)).toEqual(['C1'])
})

it('P3a: what a screen shows is one query of half a unit, whatever it showed before', async () => {
  const place = placeCodeOf('331102003001')
  for (let day = 1; day <= 28; day++)
    await screens.show(notice(`PAST${day}`, `2026-02-${String(day).padStart(2, '0')}T01:00:00.000Z`), {
      division: place,
    })
  await screens.show(notice('C4'), { division: place })
  let queries = 0
  test.client.middlewareStack.add((next) => (args) => {
    queries++
    return next(args)
  })
  const cost = await meter(test.client).of(() => screens.lines(place, now))
  expect({ cost, queries }).toEqual({ cost: { read: 0.5, write: 0 }, queries: 1 })
})
