import {
  type Consultation,
  defaultParameters,
  type Ground,
  keysOf,
  setCatalogueFields,
  setParametersFields,
} from '@xieshang/rules'
import { commands } from '@xieshang/rules/deciding'
import { entryKinds } from '@xieshang/rules/registers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { problemAt, problemsOf } from './problems.ts'
import { bodyOf, type Draft, draftOf, fenOf } from './values.ts'

const ground: Ground = { now: '2026-05-01T01:00:00.000Z', name: '', language: 'zh', known: {} }
const escalated = {
  items: [{ item: 1, title: '一' }],
  escalations: [{ escalation: 1, items: [1] }],
} as unknown as Consultation

describe('what people type', () => {
  it('G7: yuan become fen exactly, whatever the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => {
        expect(fenOf(`${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`)).toBe(fen)
      }),
    )
    expect([fenOf('12'), fenOf('12.5'), fenOf(' 0.07 '), fenOf('12。50')]).toEqual([1200, 1250, 7, 1250])
  })

  it('G7: is no amount with three decimals, a sign, an exponent or nothing', () => {
    for (const typed of ['1.234', '-1', '1e3', '', '一百', '1,000']) expect(fenOf(typed)).toBe(typed)
  })

  it('becomes the body that the rules take', () => {
    const { fields } = entryKinds.talk
    const draft = {
      heldAt: '2026-05-01T09:00',
      place: '礼堂',
      host: '书记',
      regular: 'regular',
      attended: '30',
      report: '工作',
      opinions: [{ from: '居民', text: '路灯' }],
    }
    const body = bodyOf(fields, draft, ground)
    expect(body).toMatchObject({ heldAt: '2026-05-01T01:00:00.000Z', attended: 30 })
    expect(problemsOf(fields, body, 'zh')).toEqual([])
  })

  it.each(keysOf(entryKinds))('of %s: an empty form says at each field what is missing', (kind) => {
    const { fields } = entryKinds[kind]
    const problems = problemsOf(fields, bodyOf(fields, draftOf(fields, ground), ground), 'zh')
    const wanted = Object.entries(fields).filter(([, { optional, input }]) => !optional && input !== 'rows')
    for (const [name] of wanted) expect(problemAt(problems, name, true), name).toBeDefined()
  })

  it.each(keysOf(commands))(
    'of %s: what a form begins with is understood, and what is missing has its field',
    (type) => {
      const { fields } = commands[type]
      const known = Object.fromEntries(Object.keys(fields).map((name) => [name, 1]))
      const problems = problemsOf(fields, bodyOf(fields, draftOf(fields, ground), { ...ground, known }), 'zh')
      for (const { path } of problems) expect(Object.keys(fields)).toContain(path.split('.')[0])
    },
  )
})

describe('what is asked for', () => {
  const { fields } = commands.openRound
  const open = { ...ground, state: { items: [{ item: 1, title: '一', status: 'open' }] } as unknown as Consultation }
  it('P6a: an end and paper only of a round online, and only then they are sent', () => {
    const draft = { ...draftOf(fields, open), closesAt: '2026-05-01T09:00', paper: ['2'], items: ['1', '2'] }
    expect(bodyOf(fields, { ...draft, method: 'hands' }, open)).toEqual({ method: 'hands', items: [1] })
    expect(bodyOf(fields, { ...draft, method: 'online' }, open)).toMatchObject({
      method: 'online',
      secrecy: 'named',
      paper: [2],
      closesAt: '2026-05-01T01:00:00.000Z',
    })
  })

  it('P6a: three numbers for each item, of which an empty one is missing rather than nought', () => {
    const counted = { ...ground, known: { escalation: 1 }, state: escalated }
    const body = bodyOf(commands.recordAssembly.fields, { votes: ['1', '', '0'] }, counted)
    expect(body).toMatchObject({ escalation: 1, votes: [{ item: 1, yes: 1, no: undefined, abstain: 0 }] })
  })

  it('P3a: what is known or the moment of sending is never typed', () => {
    const { fields: posting } = commands.recordPosting
    const draft = draftOf(posting, { ...ground, name: '网格员' })
    expect(Object.keys(draft)).toEqual(['poster', 'place', 'photo', 'note'])
    expect(bodyOf(posting, draft, { ...ground, known: { of: 'notice', channel: 'board' } })).toEqual({
      of: 'notice',
      channel: 'board',
      postedAt: ground.now,
      poster: '网格员',
    })
  })
})

describe('the county’s settings', () => {
  const reason = { effectiveFrom: '2026-05-01', reason: '结合实际' }

  it('G10: what the form begins with is what holds, and what is not voted on asks for no share', () => {
    const { version: _version, ...parameters } = defaultParameters
    const draft = { ...draftOf(setParametersFields, ground, { parameters }), reason: '结合实际' }
    const body = bodyOf(setParametersFields, draft, ground)
    expect(body).toEqual({ ...reason, parameters })
    expect(problemsOf(setParametersFields, body, 'zh')).toEqual([])
  })

  it('M6: says of a matter what is changed, and nothing else', () => {
    const change: Draft[] = [
      { code: 'M4.1', label: { zh: '改过' } },
      { code: 'M4.2', withdrawn: '1' },
      { code: 'M4.3', assembly: '' },
    ]
    const draft = { ...draftOf(setCatalogueFields, ground), reason: '结合实际', change }
    const body = bodyOf(setCatalogueFields, draft, ground)
    expect(body).toEqual({
      ...reason,
      add: [],
      change: [
        { code: 'M4.1', label: { zh: '改过' } },
        { code: 'M4.2', withdrawn: true },
        { code: 'M4.3', assembly: false },
      ],
    })
    expect(problemsOf(setCatalogueFields, body, 'zh')).toEqual([])
    const unnamed = { ...draft, change: [{ code: 'M4.1', label: { zh: '' } }] }
    const problems = problemsOf(setCatalogueFields, bodyOf(setCatalogueFields, unnamed, ground), 'zh')
    expect(problems).toEqual([{ path: 'change.0.label.zh', text: '请填写。' }])
  })
})
