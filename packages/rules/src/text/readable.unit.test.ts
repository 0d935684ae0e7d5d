import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { words } from '../consultation/primitives.ts'
import { readable, sameName } from './readable.ts'

describe('a text that a person typed', () => {
  it.each([
    ['direction turned', '道路\u202E修缮\u202C', '道路修缮'],
    ['isolates', '\u2066修\u2069路', '修路'],
    ['widths of zero', '王\u200B芳\u200C\uFEFF\u2060', '王芳'],
    ['a soft hyphen and tags', '修\u00AD路\u{E0041}\u{E007F}', '修路'],
    ['letters drawn as nothing', '李\u3164\u115F\u2800四', '李四'],
    ['lines that nobody types', '一\u2028二\u2029三', '一二三'],
    ['a joiner between letters', '王\u200D芳', '王芳'],
    ['a joiner at the end', '好👍\u200D', '好👍'],
    ['half a pair', 'a\uD800b', 'a\uFFFDb'],
  ])('is kept without %s', (_what, typed, kept) => {
    expect(readable(typed)).toBe(kept)
  })

  it('keeps an emoji of several pictures whole, and line ends', () => {
    for (const text of ['👨‍👩‍👧 一家', '👩🏽‍🌾', '🏳️‍🌈', '第一行\n第二行\t完', '㐀𠮷葛󠄀'])
      expect(readable(text)).toBe(text)
  })

  it('is composed: one word has one form', () => {
    expect(readable('e\u0301')).toBe('\u00E9')
    // Also when something that is dropped stood between.
    expect(readable('e\u200B\u0301')).toBe('\u00E9')
  })

  it('is nothing where nothing can be read, and something is asked for where it is needed', () => {
    for (const text of ['\u200B\u200B', '\u202E', '\u3164', '\u0301', '\uFE0F', '\u2800\u200D', ' \u200B '])
      expect([readable(text).trim(), words(40).safeParse(text).success], JSON.stringify(text)).toEqual(['', false])
  })

  it('is the same when it is kept again, and holds nothing unseen, whatever it was', () => {
    const strange = fc.array(
      fc.constantFrom('王', 'e', '\u0301', '\u200D', '\u200B', '\u202E', '👩', '\uFE0F', '🌾', '\u3164'),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          strange.map((all) => all.join('')),
        ),
        (typed) => {
          const kept = readable(typed)
          expect(readable(kept)).toBe(kept)
          expect(kept).not.toMatch(/[^\P{Cf}\u200D]/u)
        },
      ),
    )
  })
})

describe('a name', () => {
  it('says the same however it is typed', () => {
    const all = ['王芳', '王 芳', '王\u3000芳', '王\u200D芳', '\u202E王芳', ' 王芳 ']
    expect(new Set(all.map(sameName))).toEqual(new Set(['王芳']))
    expect(sameName('Ｌｉ Ｍｉｎｇ')).toBe(sameName('Li  Ming'))
    expect(sameName('Li Ming')).not.toBe(sameName('LiMing'))
  })
})
