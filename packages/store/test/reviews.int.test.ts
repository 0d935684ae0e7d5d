import { atLevel, type PlaceCode, placeCodeOf } from '@xieshang/kernel'
import { addDays, type Consultation, dayOf } from '@xieshang/rules'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openEntryActs } from '../../acts/src/entries.ts'
import { now, officer, startCounty, type TestCounty, village } from './county.ts'

let county: TestCounty

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

const finished = (state: Consultation, division: PlaceCode): Consultation => {
  const at = now()
  const by = { sub: 'officer-1', name: '经办人1' }
  const task = { task: 1, title: '修路', kind: 'own' as const, responsible: '村委会', dueOn: dayOf(at) }
  return { ...state, division, tasks: [{ ...task, at, by, items: [1], progress: [], urged: [], doneAt: at }] }
}

it.each([
  ['a village', village, { ...officer }],
  [
    'a township over several villages',
    atLevel(village, 'township'),
    { ...officer, role: 'township' as const, division: atLevel(village, 'township') },
  ],
])(
  'F4: what %s carried out is reviewed on its register, and the duty is met by that',
  async (_where, division, actor) => {
    const { id } = await county.propose(`reviewed-${division}`)
    const read = await county.store.summaries.refresh(id)
    if (read === undefined) throw new Error('It was proposed')
    const state = finished(read.state, division)
    const owed = async () => {
      await county.store.duties.refreshCase({ ...state }, read.seats, { addWorkdays: addDays })
      const duties = await county.store.duties.of({ kind: 'consultation', id }, dayOf(now()))
      return duties.filter(({ kind }) => kind === 'review').map(({ doneOn }) => doneOn)
    }
    expect(await owed()).toEqual([undefined])
    const heldAt = now()
    const outcome = await openEntryActs(county.store).run({
      id: `REVIEW${division}`,
      tenant: placeCodeOf('331102'),
      actor,
      now: now(),
      command: {
        act: 'create',
        kind: 'review',
        division,
        body: { subject: 'work', year: 2026, work: '修路', consultation: id, heldAt, place: '礼堂' },
      },
      request: { sub: 'officer-1', key: `review-${division}`, fingerprint: division },
    })
    expect(outcome).toMatchObject({ kind: 'done' })
    expect(await owed()).toEqual([dayOf(now())])
  },
)
