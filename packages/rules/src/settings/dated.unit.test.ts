import { placeCodeOf } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import { checkRefusal } from '../../test/shapes.ts'
import {
  type Actor,
  type Dated,
  defaultParameters,
  type Parameters,
  type Refusal,
  setParameters,
  settingChanged,
  standingOf,
} from '../index.ts'
import { refusalText } from '../sentences.ts'

const now = '2026-03-10T04:00:00.000Z'
const today = '2026-03-10'
const county: Actor = { sub: 'county-1', name: '县民政局', role: 'county', division: placeCodeOf('331102') }
const { version: _version, ...usual } = defaultParameters
const refusalOf = (decision: { readonly kind: string; readonly refusal?: Refusal }): Refusal => {
  if (decision.refusal === undefined) throw new Error('It was accepted')
  checkRefusal(decision.refusal)
  return decision.refusal
}

describe('versions', () => {
  const version = (effectiveFrom: string, at: string): Dated<Parameters> => ({
    version: effectiveFrom,
    effectiveFrom,
    reason: '结合实际',
    at,
    by: { sub: 'county-1', name: '县民政局' },
    content: defaultParameters,
  })

  it('G10: say who set them, are numbered within their day, and are refused with the day that stands against them', () => {
    const command = { effectiveFrom: today, reason: '结合实际', parameters: usual }
    const other = version('2026-03-09', '2026-03-08T04:00:00.000Z')
    const done = setParameters(command, { now, actor: county, versions: [other] })
    expect(done).toMatchObject({
      kind: 'accepted',
      version: { version: today, at: now, by: { sub: 'county-1', name: '县民政局' }, content: { version: today } },
    })
    const refused = (effectiveFrom: string, versions: Dated<Parameters>[] = []) =>
      refusalOf(setParameters({ ...command, effectiveFrom }, { now, actor: county, versions })).params
    expect(refused('2026-03-09')).toEqual({ day: today })
    expect(refused('2027-03-12')).toEqual({ day: '2027-03-11' })
    expect(refused('2026-04-01', [version('2026-05-01', now)])).toEqual({ day: '2026-05-01' })
    const last = { ...command, effectiveFrom: '2027-03-11' }
    expect(setParameters(last, { now, actor: county, versions: [] })).toMatchObject({ kind: 'accepted' })
  })

  it('G10: one that was replaced on its own day was in force; one replaced the day before never was', () => {
    const first = version('2026-05-01', now)
    const onTheDay = [first, version('2026-05-01', '2026-05-01T02:00:00.000Z')]
    expect(onTheDay.map((one) => standingOf(onTheDay, one, '2026-05-02'))).toEqual(['past', 'current'])
    const before = [first, version('2026-05-01', '2026-04-30T02:00:00.000Z')]
    expect(before.map((one) => standingOf(before, one, '2026-05-02'))).toEqual(['replaced', 'current'])
    const followed = [first, version('2026-06-01', now)]
    expect(followed.map((one) => standingOf(followed, one, '2026-06-02'))).toEqual(['past', 'current'])
  })

  it('G10, M6: somebody who looked before another set one is told so', () => {
    for (const clause of ['G10', 'M6'] as const) {
      expect(settingChanged(clause)).toMatchObject({ kind: 'state', clause, code: 'settingsChanged' })
      expect(refusalText(settingChanged(clause), 'zh')).not.toBe('')
    }
  })
})
