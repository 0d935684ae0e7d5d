import { type PlaceCode, placeCodeOf } from '@xieshang/kernel'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officer, startCounty, type TestCounty } from './county.ts'

let county: TestCounty

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

const township = placeCodeOf('331102009')
const first = placeCodeOf('331102009001')
const last = placeCodeOf('331102009099')

/** Reaches every village of the county. */
const office = { ...officer, role: 'county' as const, division: placeCodeOf('331102') }

type Page<T> = { readonly items: readonly T[]; readonly cursor?: string | undefined }

/** Every page of a list, one after the other. */
async function pagesOf<T>(list: (cursor: string | undefined) => Promise<Page<T>>): Promise<(readonly T[])[]> {
  const pages: (readonly T[])[] = []
  let cursor: string | undefined
  do {
    const page: Page<T> = await list(cursor)
    pages.push(page.items)
    cursor = page.cursor
  } while (cursor !== undefined)
  return pages
}

const propose = (division: PlaceCode, title = '议题') => county.propose(undefined, { division, title })
const register = (id: string) =>
  county.done(id, 'registerTopic', { party: '书记', committee: '主任' }, { actor: office })

const listOf =
  (name: 'list' | 'listPublic', place: PlaceCode, limit: number) =>
  async (cursor: string | undefined): Promise<Page<string>> => {
    const { cards, cursor: next } = await county.store.consultations[name](place, { limit, cursor })
    return { items: cards.map(({ id }) => id), cursor: next }
  }

describe('what everybody reads', () => {
  it('P8: shows a consultation of any village, however many topics nobody registered yet', async () => {
    const { id } = await propose(first)
    await register(id)
    for (let n = 0; n < 105; n++) await propose(last)
    for (const place of [first, township, placeCodeOf('331102')]) {
      const { cards, cursor } = await county.store.consultations.listPublic(place, { limit: 50 })
      expect(cards.map((card) => [card.id, card.step])).toEqual([[id, 'registered']])
      expect(cursor).toBeUndefined()
    }
    expect((await county.store.consultations.listPublic(last, { limit: 50 })).cards).toEqual([])
  }, 60_000)

  it('P8: is in the order in which topics were registered, and says where they stand now', async () => {
    const place = placeCodeOf('331102008001')
    const [a, b, c] = [await propose(place), await propose(placeCodeOf('331102008002')), await propose(place)]
    for (const { id } of [c, a, b]) await register(id)
    await county.done(a.id, 'nameSupervisors', { members: ['王五'] }, { actor: office })
    const { cards } = await county.store.consultations.listPublic(placeCodeOf('331102008'), { limit: 50 })
    expect(cards.map(({ id }) => id)).toEqual([b.id, a.id, c.id])
    await county.done(
      b.id,
      'addItem',
      {
        title: '一',
        aspects: { problem: '问题', manifestation: '', impact: '', cause: '', solution: '办法', cautions: '' },
      },
      { actor: office },
    )
    const state = await county.store.consultations.load(b.id)
    const [shown] = (await county.store.consultations.listPublic(placeCodeOf('331102008002'), { limit: 5 })).cards
    expect(shown).toMatchObject({ id: b.id, step: state?.step })
  })

  it('P1b: has no topic that was returned, also not its title', async () => {
    const place = placeCodeOf('331102007001')
    const { id } = await propose(place)
    await county.done(id, 'returnTopic', { reason: '材料不全' }, { actor: { ...office, sub: 'officer-2' } })
    expect((await county.store.consultations.listPublic(place, { limit: 5 })).cards).toEqual([])
    expect((await county.store.consultations.list(place, { limit: 5 })).cards).toMatchObject([{ id, step: 'returned' }])
  })
})

describe('a list', () => {
  it('goes through everything newest first, over all places below, in pages none of which is empty', async () => {
    const places = ['331102006001', '331102006002', '331102006003'].map(placeCodeOf)
    const made: string[] = []
    for (const place of [...places, ...places, ...places.toReversed(), ...places]) made.push((await propose(place)).id)
    for (const id of made) await register(id)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 14 }), fc.constantFrom('list', 'listPublic'), async (limit, name) => {
        const pages = await pagesOf(listOf(name as 'list' | 'listPublic', placeCodeOf('331102006'), limit))
        expect(pages.flat()).toEqual(made.toReversed())
        expect(pages.map(({ length }) => length).slice(0, -1)).toEqual(pages.slice(1).map(() => limit))
        expect(pages.at(-1)?.length).toBeGreaterThan(0)
      }),
      { numRuns: 20 },
    )
    const events = await pagesOf(async (cursor) => {
      const page = await county.store.consultations.eventPage(made[0] ?? '', { limit: 1, cursor })
      return { items: page.events.map(({ number }) => number), cursor: page.cursor }
    })
    expect(events).toEqual([[2], [1]])
  }, 60_000)

  it('is written anew only where it says something else', async () => {
    const { id } = await propose(placeCodeOf('331102005001'))
    const line = async () => (await county.table.queryAll('CASES#331102005001')).map(({ card }) => card)
    const before = await line()
    await county.done(id, 'nameSupervisors', { members: ['王五'] }, { actor: office }).catch(() => undefined)
    await register(id)
    const registered = await line()
    expect(registered).not.toEqual(before)
    await county.done(id, 'nameSupervisors', { members: ['王五'] }, { actor: office })
    expect(await line()).toEqual(registered)
  })
})

describe('a search', () => {
  it('P11b: goes on until something is found, and says how much it looked at', async () => {
    const place = placeCodeOf('331102004001')
    await propose(place, '古树保护')
    for (let n = 0; n < 25; n++) await propose(place, `停车${n}`)
    const { search } = county.store.consultations
    const found = await search(place, ['古树'], { limit: 10 })
    expect(found.cards.map(({ title }) => title)).toEqual(['古树保护'])
    expect(found).toMatchObject({ searched: 26 })
    expect(found.cursor).toBeUndefined()
    expect(await search(place, ['没有'], { limit: 10 })).toEqual({ cards: [], searched: 26 })
    expect((await search(place, ['停车', 'M5'], { limit: 10 })).cards).toHaveLength(10)
  }, 60_000)
})
