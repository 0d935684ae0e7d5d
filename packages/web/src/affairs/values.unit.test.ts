import { entryKinds, keysOf } from '@xieshang/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf, emptyDraft, fenOf, issuesOf, labelOf } from './values.ts'

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
    const body = bodyOf(fields, draft)
    expect(body).toMatchObject({ heldAt: '2026-05-01T01:00:00.000Z', attended: 30 })
    expect(issuesOf(fields, body)).toEqual([])
  })

  it.each(keysOf(entryKinds))('of %s: an empty form names what is missing by its label', (kind) => {
    const { fields } = entryKinds[kind]
    const issues = issuesOf(fields, bodyOf(fields, emptyDraft(fields)))
    const labels = issues.map(({ path }) => labelOf(fields, path, 'zh'))
    const wanted = Object.values(fields).filter(({ optional, input }) => !optional && input !== 'rows')
    for (const { label } of wanted) expect(labels).toContain(label.zh)
  })
})
