import { type PlaceCode, placeCodeOf } from '@xieshang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { township, village } from '../../test/world.ts'
import { addDays, type Duty, dayOf, overdueOf, type PlaceFacts, placeDuties } from '../index.ts'

const days = (duties: readonly Duty[]) => duties.map(({ due, doneOn }) => [due, doneOn ?? 'open'])

describe('the duties of a place', () => {
  const village = placeCodeOf('331102001001')
  const facts = { councils: [], reviews: [], notes: [], since: '2026-01-01' }
  const councils = (held: readonly string[], today: string, since = '2026-01-01') =>
    placeDuties(village, { ...facts, councils: held, since }, today).filter(({ kind }) => kind === 'council')

  it('F2: a council is due once a quarter; a later one does not make up for it', () => {
    expect(councils([], '2026-05-20')).toMatchObject([
      { id: 'council-2026Q1', due: '2026-03-31' },
      { id: 'council-2026Q2', due: '2026-06-30' },
    ])
    expect(days(councils(['2026-04-01'], '2026-05-20'))).toEqual([
      ['2026-03-31', 'open'],
      ['2026-06-30', '2026-04-01'],
    ])
    expect(days(councils(['2026-06-30', '2026-05-05'], '2026-05-20')).at(-1)).toEqual(['2026-06-30', '2026-05-05'])
  })

  it('F2: the quarter turns at midnight in UTC+8', () => {
    const before = councils([dayOf('2026-03-31T15:59:59.999Z')], dayOf('2026-03-31T15:59:59.999Z'))
    expect(before.at(-1)).toMatchObject({ id: 'council-2026Q1', doneOn: '2026-03-31' })
    const after = councils([dayOf('2026-03-31T16:00:00.000Z')], dayOf('2026-03-31T16:00:00.000Z'))
    expect(after.at(-1)).toMatchObject({ id: 'council-2026Q2', doneOn: '2026-04-01' })
    expect(after[0]?.doneOn).toBeUndefined()
  })

  it('F2: nothing is owed for quarters from before the county began', () => {
    expect(councils([], '2026-05-20', '2026-05-20').map(({ id }) => id)).toEqual(['council-2026Q2'])
  })

  it('F2: whatever the day, each quarter has one duty that ends with it', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.array(fc.nat(3000), { maxLength: 6 }), (offset, held) => {
        const today = addDays('2026-01-01', offset)
        const sessions = held.map((at) => addDays('2026-01-01', at))
        const duties = councils(sessions, today)
        const current = duties.at(-1)
        expect(current?.due && current.due >= today).toBe(true)
        expect(dayOf(`${current?.due}T16:00:00.000Z`).slice(8)).toBe('01')
        for (const duty of duties) {
          const month = Number(duty.due.slice(5, 7))
          const from = `${duty.due.slice(0, 4)}-${String(month - 2).padStart(2, '0')}-01`
          expect(duty.doneOn !== undefined).toBe(sessions.some((day) => day >= from && day <= duty.due))
        }
      }),
    )
  })

  it('F4: the year-end review is owed from October, and late when the next year has begun', () => {
    const reviews = (today: string, held: readonly { year: number; day: string }[] = []) =>
      days(placeDuties(village, { ...facts, reviews: held }, today).filter(({ kind }) => kind === 'yearReview'))
    expect(reviews('2026-09-30')).toEqual([])
    expect(reviews('2026-10-01')).toEqual([['2026-12-31', 'open']])
    expect(reviews('2027-01-15', [{ year: 2026, day: '2027-01-10' }])).toEqual([['2026-12-31', '2027-01-10']])
  })

  it('G3: a supervision note is answered by its day, by the place it was sent to', () => {
    const notes = [
      { id: 'N1', title: '请督促', due: '2026-03-10' },
      { id: 'N2', title: '请说明', due: '2026-03-10', answeredOn: '2026-03-11' },
    ]
    expect(placeDuties(township.division, { ...facts, notes }, '2026-03-12')).toMatchObject([
      { id: 'note-N1', kind: 'note', due: '2026-03-10', who: { role: 'township' } },
      { id: 'note-N2', doneOn: '2026-03-11' },
    ])
  })
})

describe('what a place owes', () => {
  const facts = (change: Partial<PlaceFacts> = {}): PlaceFacts => ({
    councils: [],
    reviews: [],
    notes: [{ id: 'n1', title: '补开', due: '2026-05-20' }],
    since: '2020-01-01',
    ...change,
  })
  const who = (division: PlaceCode) => placeDuties(division, facts(), '2026-05-10').map((duty) => duty.who.role)

  it('G3: are those of the level that it is', () => {
    expect(new Set(who(village))).toEqual(new Set(['village']))
    expect(who(placeCodeOf('331102001'))).toEqual(['township'])
    expect(who(placeCodeOf('331102'))).toEqual(['county'])
  })

  it('F4: a year is reviewed by a review of that year, from its season on, and of the year that ended with its first day kept', () => {
    const reviews = [
      { year: 2025, day: '2025-12-20' },
      { year: 2026, day: '2026-12-01' },
    ]
    const yearly = (today: string, since = '2020-01-01') =>
      placeDuties(village, facts({ reviews, since }), today)
        .filter(({ kind }) => kind === 'yearReview')
        .map(({ id, doneOn }) => `${id} ${doneOn}`)
    expect(yearly('2026-09-30')).toEqual(['yearReview-2025 2025-12-20'])
    expect(yearly('2026-10-01')).toEqual(['yearReview-2025 2025-12-20', 'yearReview-2026 2026-12-01'])
    expect(yearly('2026-02-01', '2025-12-31')).toEqual(['yearReview-2025 2025-12-20'])
    expect(yearly('2026-02-01', '2026-01-01')).toEqual([])
  })

  it('F2: a quarter is owed where the county kept its duties on its last day', () => {
    const quarters = (since: string) =>
      placeDuties(village, facts({ since }), '2026-05-10')
        .filter(({ kind }) => kind === 'council')
        .map(({ about }) => about)
    expect(quarters('2026-03-31')).toEqual(['2026Q1', '2026Q2'])
    expect(quarters('2026-04-01')).toEqual(['2026Q2'])
  })

  it('G3: what is overdue is what was due before today', () => {
    const duty = (due: string) => ({
      id: due,
      kind: 'note' as const,
      who: { role: 'village' as const, division: village },
      due,
    })
    const duties = ['2026-05-09', '2026-05-10', '2026-05-11'].map(duty)
    expect(overdueOf({ duties }, '2026-05-10').map(({ due }) => due)).toEqual(['2026-05-09'])
  })
})
