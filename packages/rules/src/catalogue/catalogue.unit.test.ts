import { placeCodeOf } from '@xieshang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRefusal } from '../../test/shapes.ts'
import { officer, refusalOf, topic, World } from '../../test/world.ts'
import { proposeTopic } from '../deciding.ts'
import {
  type Actor,
  baseCatalogue,
  type Catalogue,
  type Dated,
  defaultParameters,
  findMatter,
  isMajor,
  keysOf,
  relations,
  type SetCatalogue,
  type SettingDecision,
  setCatalogue,
  setCatalogueSchema,
  upcast,
} from '../index.ts'

const now = '2026-03-10T04:00:00.000Z'
const today = '2026-03-10'
const county: Actor = { sub: 'county-1', name: '县民政局', role: 'county', division: placeCodeOf('331102') }

const set = (command: Partial<SetCatalogue>, versions: readonly Dated<Catalogue>[] = [], actor = county) =>
  setCatalogue(setCatalogueSchema.parse({ effectiveFrom: today, reason: '结合实际', ...command }), {
    now,
    actor,
    versions,
  })

const saidOf = (decision: SettingDecision<Catalogue>) => {
  if (decision.kind !== 'refused') return decision.kind
  checkRefusal(decision.refusal)
  return `${decision.refusal.clause} ${decision.refusal.code} ${decision.refusal.field ?? ''}`.trim()
}

const accepted = (decision: SettingDecision<Catalogue>): Dated<Catalogue> => {
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusal))
  return decision.version
}

const own = { relation: 'M5', label: { zh: '古树名木保护', en: '' }, assembly: false } as const

describe('the policy’s catalogue', () => {
  it.each([
    ['M1', 4],
    ['M2', 9],
    ['M3', 3],
    ['M4', 1],
    ['M5', 2],
  ] as const)('%s: has its relation and its %i sub-items, each with a lasting code', (relation, count) => {
    const matters = baseCatalogue.matters.filter((matter) => matter.relation === relation)
    expect(relations[relation].zh).not.toBe('')
    expect(matters.map(({ code }) => code)).toEqual(
      Array.from({ length: count }, (_, index) => `${relation}.${index + 1}`),
    )
  })
})

describe('a county’s catalogue', () => {
  it('M6: adds matters with lasting codes that no later version gives again', () => {
    const first = accepted(set({ add: [own, { ...own, label: { zh: '民宿管理', en: 'Guest houses' } }] }))
    expect(first.content.matters.slice(-2).map(({ code }) => code)).toEqual(['331102-1', '331102-2'])
    expect(findMatter('331102-2', first.content)?.label).toEqual({ zh: '民宿管理', en: 'Guest houses' })
    expect(findMatter('331102-1', first.content)?.label.en).toBe('古树名木保护')
    const second = accepted(set({ change: [{ code: '331102-2', withdrawn: true }] }, [first]))
    const third = accepted(set({ add: [{ ...own, label: { zh: '节水灌溉', en: '' } }] }, [first, second]))
    expect(third.content.matters.at(-1)?.code).toBe('331102-3')
    expect(findMatter('331102-2', third.content)?.withdrawn).toBe(true)
  })

  it('M6: rewords and withdraws, and takes a matter up again', () => {
    const first = accepted(
      set({
        change: [
          { code: 'M5.1', label: { zh: '楼道与停车', en: '' } },
          { code: 'M4.1', withdrawn: true },
        ],
      }),
    )
    expect(findMatter('M5.1', first.content)?.label.zh).toBe('楼道与停车')
    expect(findMatter('M4.1', first.content)?.withdrawn).toBe(true)
    const second = accepted(set({ change: [{ code: 'M4.1', withdrawn: false }] }, [first]))
    expect(findMatter('M4.1', second.content)?.withdrawn).toBe(false)
    expect(findMatter('M5.1', second.content)?.label.zh).toBe('楼道与停车')
  })

  it('M6: gives more matters to the assembly, and never takes back what law gives it', () => {
    const first = accepted(set({ change: [{ code: 'M5.1', assembly: true }] }))
    expect(findMatter('M5.1', first.content)?.assembly).toBe(true)
    expect(saidOf(set({ change: [{ code: 'M5.1', assembly: false }] }, [first]))).toBe('accepted')
    expect(saidOf(set({ change: [{ code: 'M2.6', assembly: false }] }))).toBe('M6 assemblyByLaw change.0.assembly')
  })

  it('M6: refuses what makes no sense', () => {
    expect(saidOf(set({ change: [{ code: '331102-9' }] }))).toBe('M6 matterUnknown change.0.code')
    expect(saidOf(set({ change: [{ code: 'M4.1' }, { code: 'M4.1' }] }))).toBe('M6 matterTwice change.1.code')
    expect(saidOf(set({ add: [own, own] }))).toBe('M6 matterTwice')
    expect(saidOf(set({ change: baseCatalogue.matters.map(({ code }) => ({ code, withdrawn: true })) }))).toBe(
      'M6 nothingLeft',
    )
    expect(saidOf(set({ effectiveFrom: '2026-03-01' }))).toBe('M6 effectiveInPast effectiveFrom')
    expect(saidOf(set({}, [], officer))).toBe('M6 countyOnly')
    const many = Array.from({ length: 50 }, (_, index) => ({ ...own, label: { zh: `事项${index}`, en: '' } }))
    let versions: Dated<Catalogue>[] = []
    let last = ''
    for (let round = 0; round < 5; round++) {
      const decision = set(
        { add: many.map((one) => ({ ...one, label: { zh: `${one.label.zh}-${round}`, en: '' } })) },
        versions,
      )
      last = saidOf(decision)
      if (decision.kind === 'accepted') versions = [...versions, decision.version]
    }
    expect(last).toBe('M6 tooManyMatters')
  })

  it('M6: what was withdrawn leaves its words free, until it is taken up again beside them', () => {
    const first = accepted(set({ add: [own] }))
    expect(saidOf(set({ add: [own] }, [first]))).toBe('M6 matterTwice')
    const second = accepted(set({ change: [{ code: '331102-1', withdrawn: true }] }, [first]))
    const third = accepted(set({ add: [own] }, [first, second]))
    expect(third.content.matters.at(-1)?.code).toBe('331102-2')
    const again = { change: [{ code: '331102-1', withdrawn: false }] }
    expect(saidOf(set(again, [first, second, third]))).toBe('M6 matterTwice')
  })

  it('M6: whatever is changed in whatever order, no code vanishes, changes its relation or loses the law', () => {
    const change = fc.record(
      {
        code: fc.constantFrom(...baseCatalogue.matters.map(({ code }) => code), '331102-1', '331102-2'),
        assembly: fc.boolean(),
        withdrawn: fc.boolean(),
        label: fc.record({ zh: fc.constantFrom('甲', '乙', '丙', '丁'), en: fc.constant('') }),
      },
      { requiredKeys: ['code'] },
    )
    const command = fc.record({
      add: fc.array(
        fc.record({
          relation: fc.constantFrom(...keysOf(relations)),
          label: fc.record({
            zh: fc.string({ minLength: 1, maxLength: 6 }).filter((s) => s.trim() !== ''),
            en: fc.constant(''),
          }),
          assembly: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      change: fc.array(change, { maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(command, { maxLength: 8 }), (commands) => {
        const versions: Dated<Catalogue>[] = []
        for (const one of commands) {
          const parsed = setCatalogueSchema.safeParse({ effectiveFrom: today, reason: '结合实际', ...one })
          if (!parsed.success) continue
          const decision = setCatalogue(parsed.data, { now, actor: county, versions })
          if (decision.kind === 'refused') continue
          const before = versions.at(-1)?.content ?? baseCatalogue
          for (const matter of before.matters) {
            const after = findMatter(matter.code, decision.version.content)
            expect(after?.relation).toBe(matter.relation)
            if (findMatter(matter.code)?.assembly === true) expect(after?.assembly).toBe(true)
          }
          const codes = decision.version.content.matters.map(({ code }) => code)
          expect(new Set(codes).size).toBe(codes.length)
          versions.push(decision.version)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('a topic and the catalogue', () => {
  const catalogue = accepted(
    set({
      add: [{ ...own, assembly: true }],
      change: [
        { code: 'M4.1', withdrawn: true },
        { code: 'M5.1', label: { zh: '楼道与停车', en: '' } },
      ],
    }),
  ).content
  const propose = (matter: string) => {
    const world = new World()
    const context = { now, actor: officer, parameters: world.parameters, catalogue }
    return proposeTopic({ ...topic, matter }, context)
  }

  it('M6: keeps the version it was filed under and what that says of its matter', () => {
    const decision = propose('M5.1')
    const [event] = decision.kind === 'accepted' ? decision.events : []
    if (event?.type !== 'TopicProposed') throw new Error('It was proposed')
    expect(event.data.topic).toMatchObject({
      catalogueVersion: today,
      asFiled: { relation: 'M5', label: { zh: '楼道与停车' }, assembly: false },
    })
  })

  it('M6: a withdrawn or unknown matter is refused', () => {
    expect(refusalOf(propose('M4.1'))).toBe('M6 matterWithdrawn')
    expect(refusalOf(propose('331102-7'))).toBe('M6 matterUnknown')
    expect(refusalOf(propose('331102-1'))).toBe('accepted')
  })

  it('M6: P12: a matter that the county gives to the assembly is major', () => {
    const world = new World()
    world.propose({ matter: 'M5.1' })
    const { asFiled } = world.state.topic
    const withTopic = (part: object) => ({ ...world.state, topic: { ...world.state.topic, ...part } })
    expect(isMajor(world.state)).toBe(false)
    expect(isMajor(withTopic({ asFiled: { ...asFiled, assembly: true } }))).toBe(true)
  })

  it('M6: a topic from before counties had catalogues is filed under the policy’s', () => {
    const world = new World()
    world.propose({ matter: 'M5.1' })
    const [event] = world.events
    if (event?.type !== 'TopicProposed') throw new Error('It was proposed')
    const written = (matter: string) => {
      const { asFiled: _none, ...topic } = event.data.topic
      const { parameters: _before, ...data } = event.data
      return upcast({ ...event, v: 1, data: { ...data, topic: { ...topic, matter } } })
    }
    expect(written('M2.6').data).toMatchObject({
      topic: { asFiled: { assembly: true } },
      parameters: defaultParameters,
    })
    expect(written('M5.1').data).toMatchObject({ topic: { asFiled: { assembly: false } } })
    expect(() => written('M9.9')).toThrow('Nobody ever filed a topic under M9.9')
  })
})
