import { placeCodeOf } from '@xieshang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRefusal } from '../../test/shapes.ts'
import { officer, topic, World } from '../../test/world.ts'
import {
  type Actor,
  addDays,
  cityBounds,
  type Dated,
  dayOf,
  defaultParameters,
  hasMajority,
  hasQuorum,
  inForceOn,
  keysOf,
  type Parameters,
  parametersProblem,
  periods,
  type SettingDecision,
  setParameters,
  setParametersSchema,
  standingOf,
  wholeParameters,
} from '../index.ts'

const now = '2026-03-10T04:00:00.000Z'
const today = '2026-03-10'
const county: Actor = { sub: 'county-1', name: '县民政局', role: 'county', division: placeCodeOf('331102') }
const { version: _version, ...usual } = defaultParameters

const set = (
  change: Partial<typeof usual>,
  effectiveFrom = today,
  versions: readonly Dated<Parameters>[] = [],
  actor = county,
) =>
  setParameters(setParametersSchema.parse({ effectiveFrom, reason: '结合实际', parameters: { ...usual, ...change } }), {
    now,
    actor,
    versions,
  })

const refusalOf = (decision: SettingDecision<Parameters>) => {
  if (decision.kind !== 'refused') return decision.kind
  checkRefusal(decision.refusal)
  return `${decision.refusal.clause} ${decision.refusal.code} ${decision.refusal.field ?? ''}`.trim()
}

const accepted = (decision: SettingDecision<Parameters>): Dated<Parameters> => {
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusal))
  return decision.version
}

describe('the parameters of a county', () => {
  it('G10: the policy’s own values are within the city’s bounds, and every period has one', () => {
    expect(parametersProblem(usual)).toBeUndefined()
    expect(keysOf(cityBounds).filter((path) => path.startsWith('periods.'))).toHaveLength(keysOf(periods).length)
  })

  it.each([
    ['quorum', { quorum: { needs: 3, of: 5 } }, 'G10 looserThanCity quorum'],
    ['quorum', { quorum: { needs: 666, of: 1000 } }, 'G10 looserThanCity quorum'],
    ['quorum', { quorum: { needs: 4, of: 3 } }, 'G10 beyondCity quorum'],
    ['quorum', { quorum: { needs: 3, of: 3 } }, 'accepted'],
    ['majority', { majority: { needs: 49, of: 100 } }, 'G10 looserThanCity majority'],
    ['majority', { majority: { needs: 1, of: 1 } }, 'G10 beyondCity majority'],
    ['majority', { majority: { needs: 2, of: 3 } }, 'accepted'],
    ['majorityBase', { majorityBase: 'listed' as const }, 'accepted'],
    ['publicationDays', { publicationDays: 2 }, 'G10 looserThanCity publicationDays'],
    ['publicationDays', { publicationDays: 3 }, 'accepted'],
    ['linkDays', { linkDays: 181 }, 'G10 beyondCity linkDays'],
    ['reminderDays', { reminderDays: 16 }, 'G10 beyondCity reminderDays'],
    ['periods', { periods: { ...usual.periods, publish: 11 } }, 'G10 beyondCity periods.publish'],
    ['periods', { periods: { ...usual.periods, publish: 10 } }, 'accepted'],
  ])('G10: %s %o is %s', (_field, change, outcome) => {
    expect(refusalOf(set(change))).toBe(outcome)
  })

  it('G10: P12: there are five deliberations and two publications, a resolution before the first publication', () => {
    const steps = usual.majorSteps
    const without = (id: string) => steps.filter((step) => step.id !== id)
    expect(refusalOf(set({ majorSteps: without('council') }))).toBe('G10 majorCount majorSteps')
    expect(refusalOf(set({ majorSteps: steps.map((step) => ({ ...step, id: 'one' })) }))).toBe(
      'G10 majorTwice majorSteps',
    )
    const unvoted = steps.map(({ quorum: _quorum, ...step }) => step)
    expect(refusalOf(set({ majorSteps: unvoted }))).toBe('G10 majorResolution majorSteps')
    const early = [...steps.filter((s) => s.kind === 'publication'), ...steps.filter((s) => s.kind === 'deliberation')]
    expect(refusalOf(set({ majorSteps: early }))).toBe('G10 majorResolution majorSteps')
    const weak = steps.map((step) => (step.quorum === undefined ? step : { ...step, quorum: { needs: 1, of: 2 } }))
    expect(refusalOf(set({ majorSteps: weak }))).toBe('G10 looserThanCity majorSteps')
    const short = steps.map((step) => (step.days === undefined ? step : { ...step, days: 1 }))
    expect(refusalOf(set({ majorSteps: short }))).toBe('G10 looserThanCity majorSteps')
  })

  it('G10: only the county sets them', () => {
    expect(refusalOf(set({}, today, [], officer))).toBe('G10 countyOnly')
    expect(refusalOf(set({}, today, [], { ...county, role: 'township', division: placeCodeOf('331102001') }))).toBe(
      'G10 countyOnly',
    )
  })

  it('G10: the past is never changed, and versions follow each other', () => {
    expect(refusalOf(set({}, '2026-03-09'))).toBe('G10 effectiveInPast effectiveFrom')
    expect(refusalOf(set({}, '2027-06-01'))).toBe('G10 effectiveTooFar effectiveFrom')
    const coming = accepted(set({ publicationDays: 9 }, '2026-05-01'))
    expect(refusalOf(set({}, '2026-04-30', [coming]))).toBe('G10 laterVersionSet effectiveFrom')
    const again = accepted(set({ publicationDays: 8 }, '2026-05-01', [coming]))
    expect([coming.version, again.version]).toEqual(['2026-05-01', '2026-05-01-2'])
    const both = [coming, again]
    expect(inForceOn(both, '2026-04-30')).toBeUndefined()
    expect(inForceOn(both, '2026-05-01')).toBe(again)
    expect(both.map((one) => standingOf(both, one, '2026-04-30'))).toEqual(['replaced', 'coming'])
    expect(both.map((one) => standingOf(both, one, '2026-05-01'))).toEqual(['replaced', 'current'])
  })

  it('G10: the day is that of the place: after 16:00 UTC it is tomorrow there', () => {
    const late = { now: '2026-03-10T16:00:00.000Z', actor: county, versions: [] }
    const command = { effectiveFrom: today, reason: '结合实际', parameters: usual }
    expect(refusalOf(setParameters(command, late))).toBe('G10 effectiveInPast effectiveFrom')
    expect(refusalOf(setParameters(command, { ...late, now: '2026-03-10T15:59:59.999Z' }))).toBe('accepted')
  })

  const shares = fc.record({ needs: fc.integer({ min: 1, max: 1000 }), of: fc.integer({ min: 1, max: 1000 }) })
  const days = fc.integer({ min: 1, max: 3650 })
  const any = fc.record({
    quorum: shares,
    majority: shares,
    majorityBase: fc.constantFrom('attended' as const, 'listed' as const),
    publicationDays: fc.integer({ min: 1, max: 10 }),
    linkDays: fc.integer({ min: 25, max: 200 }),
    reminderDays: fc.integer({ min: 1, max: 20 }),
    periods: fc.record(Object.fromEntries(keysOf(periods).map((id) => [id, fc.integer({ min: 1, max: 12 })]))),
    majorSteps: fc.constant(usual.majorSteps),
  }) as fc.Arbitrary<typeof usual>

  it('G10: whatever a county asks for, what is accepted is never looser than the policy', () => {
    let kept = 0
    fc.assert(
      fc.property(any, fc.nat(200), fc.nat(200), fc.nat(200), (parameters, listed, attended, yes) => {
        const decision = set(parameters)
        if (decision.kind === 'refused') return
        kept++
        const { quorum, majority } = decision.version.content
        if (hasQuorum(attended, listed, quorum)) expect(attended * 3).toBeGreaterThanOrEqual(listed * 2)
        if (hasMajority(yes, attended, majority)) expect(yes * 2).toBeGreaterThan(attended)
        for (const id of keysOf(periods))
          expect(decision.version.content.periods[id]).toBeLessThanOrEqual(periods[id].most)
      }),
      { numRuns: 3000 },
    )
    expect(kept).toBeGreaterThan(5)
  })

  it('G10: whatever the order of days, a day has one version in force, and setting one changes no earlier day', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 12 }), days, (offsets, someDay) => {
        let versions: Dated<Parameters>[] = []
        for (const offset of offsets) {
          const from = addDays(today, offset)
          const before = versions
          const decision = set({ publicationDays: 3 + (offset % 5) }, from, versions)
          if (decision.kind === 'refused') continue
          versions = [...versions, decision.version]
          for (let day = today; day < from; day = addDays(day, 1))
            expect(inForceOn(versions, day)).toBe(inForceOn(before, day))
          expect(inForceOn(versions, from)).toBe(decision.version)
        }
        const day = addDays(today, someDay % 90)
        const current = versions.filter((version) => standingOf(versions, version, day) === 'current')
        expect(current.length).toBe(inForceOn(versions, day) === undefined ? 0 : 1)
      }),
    )
  })

  it('G10: a consultation runs to its end under those it began with', () => {
    const strict: Parameters = { ...defaultParameters, version: '2026-01-01', majorityBase: 'listed' }
    const world = new World(strict)
    world.ready()
    expect(world.state.parameters).toEqual(strict)
    const later = new World(defaultParameters)
    later.propose()
    expect(later.state.parameters.version).toBe(defaultParameters.version)
    expect(world.state.parameters.version).toBe('2026-01-01')
    expect(topic.division).toBe(world.state.division)
  })

  it('G10: parameters that were kept before there were as many have the policy’s own for the rest', () => {
    const { periods: _periods, reminderDays: _days, majorSteps: _steps, ...old } = defaultParameters
    expect(wholeParameters({ ...old, publicationDays: 15 })).toEqual({ ...defaultParameters, publicationDays: 15 })
    expect(wholeParameters(undefined)).toEqual(defaultParameters)
    expect(wholeParameters({ periods: { publish: 2 } }).periods).toEqual({ ...usual.periods, publish: 2 })
    expect(dayOf(now)).toBe(today)
  })
})
