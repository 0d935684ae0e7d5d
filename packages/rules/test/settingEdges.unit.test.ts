import { describe, expect, it } from 'vitest'
import {
  type Actor,
  baseCatalogue,
  type Catalogue,
  countedFactsOf,
  type Dated,
  defaultParameters,
  mayPublishQuarter,
  type Parameters,
  parametersProblem,
  type Refusal,
  refusalText,
  setCatalogue,
  setCatalogueSchema,
  setParameters,
  settingChanged,
  standingOf,
  valueAt,
} from '../src/index.ts'
import { checkRefusal } from './shapes.ts'
import { World } from './world.ts'

const now = '2026-03-10T04:00:00.000Z'
const today = '2026-03-10'
const county: Actor = { sub: 'county-1', name: '县民政局', role: 'county', division: '331102' }
const { version: _version, ...usual } = defaultParameters
const steps = usual.majorSteps
type Step = (typeof steps)[number]

/** The sentence of a refusal of these parameters, its shape checked. */
function said(change: Partial<typeof usual>): string {
  const refusal = parametersProblem({ ...usual, ...change })
  if (refusal === undefined) return 'accepted'
  checkRefusal(refusal)
  return refusalText(refusal, 'zh')
}

const withSteps = (change: (step: Step) => Step) => said({ majorSteps: steps.map(change) })

const refusalOf = (decision: { readonly kind: string; readonly refusal?: Refusal }): Refusal => {
  if (decision.refusal === undefined) throw new Error('It was accepted')
  checkRefusal(decision.refusal)
  return decision.refusal
}

describe('what a county reads when its parameters break a bound', () => {
  it.each([
    [{ quorum: { needs: 1, of: 2 } }, '“出席比例”不能低于全市规定的2/3。'],
    [{ publicationDays: 2 }, '“成果公示期”不能低于全市规定的3。'],
    [{ publicationDays: 366 }, '“成果公示期”不能超过全市规定的365。'],
    [{ majority: { needs: 3, of: 3 } }, '“通过须超过的比例”不能超过全市规定的1/1。'],
  ] as const)('G10: %o: the bound by its name and number', (change, sentence) => {
    expect(said(change)).toBe(sentence)
  })

  it('G10: something that is no value of its kind is never within a bound', () => {
    for (const wrong of ['7', { needs: 1, of: 1 }, undefined])
      expect(said({ publicationDays: wrong as never })).toContain('“成果公示期”不能低于')
    for (const wrong of [7, '2/3', undefined]) expect(said({ quorum: wrong as never })).toContain('“出席比例”不能低于')
    expect(valueAt({ ...usual, periods: null as never }, 'periods.publish')).toBeUndefined()
    expect(valueAt({ ...usual, periods: 'publish' as never }, 'periods.length')).toBeUndefined()
  })
})

describe('the five deliberations of a county', () => {
  it('G10: P12: too few publications are refused like too few deliberations, with both numbers', () => {
    const one = steps.filter(({ kind }, index) => kind === 'deliberation' || index === steps.length - 1)
    expect(said({ majorSteps: one })).toMatch(/5.*2/)
    expect(said({ majorSteps: [...steps, { ...(steps.at(-1) as Step), id: 'third' }] })).toMatch(/5.*2/)
  })

  it('G10: P12: a publication of too few days and a weak quorum are named by their step', () => {
    const publication = steps.find(({ kind }) => kind === 'publication')
    const vote = steps.find(({ quorum }) => quorum !== undefined)
    expect(withSteps((step) => (step.id === publication?.id ? { ...step, days: 2 } : step))).toBe(
      `“${publication?.label}”不能低于全市规定的3。`,
    )
    expect(withSteps((step) => (step.id === vote?.id ? { ...step, quorum: { needs: 1, of: 2 } } : step))).toBe(
      `“${vote?.label}”不能低于全市规定的2/3。`,
    )
    expect(withSteps((step) => (step.id === vote?.id ? { ...step, quorum: { needs: 3, of: 2 } } : step))).toBe(
      `“${vote?.label}”不能超过全市规定的1/1。`,
    )
    expect(withSteps((step) => (step.quorum === undefined ? step : { ...step, quorum: { needs: 3, of: 3 } }))).toBe(
      'accepted',
    )
  })

  it('G10: P12: the resolution stands before the first publication, and a publication stands last', () => {
    const plain = steps.map(({ quorum: _quorum, ...step }): Step => step)
    const voted = (index: number) =>
      plain.map((step, at) => (at === index ? { ...step, quorum: { needs: 2, of: 3 } } : step))
    const first = plain.findIndex(({ kind }) => kind === 'publication')
    expect(said({ majorSteps: voted(first - 1) })).toBe('accepted')
    const swapped = [
      ...plain.slice(0, 4),
      plain[first],
      { ...(plain[4] as Step), quorum: { needs: 2, of: 3 } },
      plain.at(-1),
    ]
    expect(said({ majorSteps: swapped as Step[] })).not.toBe('accepted')
    const last = [...voted(0)]
    const end = last.pop() as Step
    expect(said({ majorSteps: [...last.slice(0, 4), end, ...last.slice(4)] })).toBe('accepted')
    const open = [...voted(0).filter(({ kind }) => kind === 'deliberation')]
    const both = plain.filter(({ kind }) => kind === 'publication')
    expect(said({ majorSteps: [...open.slice(0, 4), ...both, ...open.slice(4)] })).not.toBe('accepted')
  })
})

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

describe('a county’s catalogue', () => {
  const own = { relation: 'M5', label: { zh: '古树名木保护', en: '' }, assembly: false } as const
  const set = (command: object, versions: readonly Dated<Catalogue>[] = []) =>
    setCatalogue(setCatalogueSchema.parse({ effectiveFrom: today, reason: '结合实际', ...command }), {
      now,
      actor: county,
      versions,
    })
  const accepted = (command: object, versions: readonly Dated<Catalogue>[] = []): Dated<Catalogue> => {
    const decision = set(command, versions)
    if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusal))
    return decision.version
  }

  it('M6: names the matter that a change speaks of wrongly', () => {
    expect(refusalOf(set({ change: [{ code: '331102-9' }] })).params).toEqual({ matter: '331102-9' })
    expect(refusalOf(set({ change: [{ code: 'M4.1' }, { code: 'M4.1' }] })).params).toEqual({ matter: 'M4.1' })
    expect(refusalOf(set({ change: [{ code: 'M2.6', assembly: false }] })).params).toEqual({ matter: 'M2.6' })
    expect(refusalOf(set({ add: [own, own] })).params).toMatchObject({ matter: { zh: '古树名木保护' } })
  })

  it('M6: a matter may be called as one that was withdrawn, and the version says who set it', () => {
    const first = accepted({ add: [own] })
    expect(first.by).toEqual({ sub: 'county-1', name: '县民政局', role: 'county', division: '331102' })
    expect(refusalOf(set({ add: [own] }, [first])).code).toBe('matterTwice')
    const without = accepted({ change: [{ code: '331102-1', withdrawn: true }] }, [first])
    expect(accepted({ add: [own] }, [first, without]).content.matters.at(-1)?.code).toBe('331102-2')
  })

  it('M6: takes as many matters as the city allows, and says how many that is', () => {
    const many = (count: number, from: number) =>
      Array.from({ length: count }, (_, index) => ({ ...own, label: { zh: `事项${from + index}`, en: '' } }))
    let versions: Dated<Catalogue>[] = []
    const sizeOf = () => versions.at(-1)?.content.matters.length ?? baseCatalogue.matters.length
    let most: unknown
    for (let step = 50; step >= 1; ) {
      const decision = set({ add: many(step, sizeOf()) }, versions)
      if (decision.kind === 'accepted') versions = [...versions, decision.version]
      else {
        most = refusalOf(decision).params?.most
        step = Math.floor(step / 2)
      }
    }
    expect(sizeOf()).toBe(most)
  })
})

describe('open data', () => {
  it('G11: a quarter that is not over is named', () => {
    const refusal = mayPublishQuarter('2026Q2', now)
    if (refusal === undefined) throw new Error('It is not over')
    checkRefusal(refusal)
    expect(refusal).toMatchObject({ code: 'quarterNotOver', field: 'quarter', params: { quarter: '2026Q2' } })
  })

  it('G11: counts what passed and what did not', () => {
    const world = new World().filed(3, [2])
    world.done('publishOutcome', { channels: ['website'], text: '公示' })
    expect(countedFactsOf(world.state)).toMatchObject({
      quarter: '2026Q1',
      facts: { relation: 'M5', items: 3, passed: 2, participants: 6, attendances: 6 },
    })
  })
})
