import { placeCodeOf } from '@xieshang/kernel'
import { beforeEach, describe, expect, it } from 'vitest'
import { summaryOf } from '../../test/summaries.ts'
import { createTestTable } from '../../test/table.ts'
import { type CityStore, openCityStore } from './city.ts'

const id = 'CASE00000001'
const at = '2026-03-01T08:00:00.000Z'
const [first, other] = ['a', 'b'].map((digit) => digit.repeat(64))

let store: CityStore
beforeEach(async () => {
  store = openCityStore((await createTestTable()).table)
})

const told = (version: number, event: number, hash = first) =>
  store.applySummary({ ...summaryOf(id, version, {}), chain: { event, hash: hash ?? '' } }, at)

describe('the heads of chains, as the city hears them', () => {
  it('E4: are kept by event, and the same again is nothing new', async () => {
    await told(1, 3)
    await told(2, 3)
    await told(3, 5, other)
    const heads = [
      { event: 5, hash: other, heardAt: at },
      { event: 3, hash: first, heardAt: at },
    ]
    expect(await store.heads(placeCodeOf('331102'), id)).toEqual({ heads })
    expect(await store.rewritten()).toEqual([])
  })

  it('E4: a county that says something else of an event that the city knows is found out, once, and what was first stays', async () => {
    await told(1, 3)
    await told(2, 3, other)
    await told(3, 3, other)
    await told(4, 3)
    expect(await store.rewritten()).toMatchObject([
      { county: '331102', consultation: id, event: 3, first, later: other, at },
    ])
    expect((await store.heads(placeCodeOf('331102'), id)).heads).toMatchObject([{ event: 3, hash: first }])
  })

  it('E4: found out even by a message that is too old to be believed', async () => {
    await told(2, 4)
    await told(1, 4, other)
    expect(await store.rewritten()).toHaveLength(1)
  })

  it('E4: a summary from before there were chains has none', async () => {
    await store.applySummary(summaryOf(id, 1, {}), at)
    expect(await store.heads(placeCodeOf('331102'), id)).toEqual({ heads: [] })
  })
})
