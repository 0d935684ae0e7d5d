import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SmsContent } from './content.ts'
import { renderSms, shortTime } from './render.ts'

const link = 'https://xs.example/r/331102/AbCdEfGhIjKlMnOpQrStUv'
const meeting = { at: '2026-03-05T06:30:00.000Z', place: '村文化礼堂' }
const place = '高岭村委会'

describe('an SMS', () => {
  it('U2: invites to a meeting in plain words, signed by the place, with the link at its end', () => {
    expect(renderSms({ kind: 'notice', place, title: '公共厕所改造', meeting, link }).text).toBe(
      `【高岭村委会】请您参加“公共厕所改造”协商，3月5日14:30，村文化礼堂。详情：${link}`,
    )
  })

  it('U2: invites without a meeting', () => {
    expect(renderSms({ kind: 'notice', place, title: '公共厕所改造', link }).text).toBe(
      `【高岭村委会】请您参加“公共厕所改造”协商，详情：${link}`,
    )
  })

  it('U2: asks for a ballot, with the end of the round where it has one', () => {
    const ballot = { kind: 'ballot', place, title: '公共厕所改造', link } as const
    expect(renderSms(ballot).text).toBe(`【高岭村委会】“公共厕所改造”开始表决，请投票：${link}`)
    expect(renderSms({ ...ballot, closesAt: '2026-12-31T15:59:00.000Z' }).text).toBe(
      `【高岭村委会】“公共厕所改造”开始表决，12月31日23:59截止，请投票：${link}`,
    )
  })

  it('P8: tells that the outcome is public', () => {
    expect(renderSms({ kind: 'outcome', place, title: '公共厕所改造', link }).text).toBe(
      `【高岭村委会】“公共厕所改造”协商结果已公示：${link}`,
    )
  })

  it('E1: tells that it ended without an outcome, and where to read why', () => {
    expect(renderSms({ kind: 'ended', place, title: '公共厕所改造', link }).text).toBe(
      `【高岭村委会】“公共厕所改造”协商不再进行，原因：${link}`,
    )
  })

  it('cuts a long title so that one segment is enough', () => {
    const short = 'https://xs.cn/r/331102/AbCdEfGhIjKlMnOp'
    const title = '关于村口公共厕所改造的第二次民主协商'
    expect(renderSms({ kind: 'outcome', place: '高岭村', title, link: short })).toEqual({
      text: `【高岭村】“关于村口公共厕所改造的第二次民…”协商结果已公示：${short}`,
      segments: 1,
      characters: 70,
    })
  })

  it('shows the whole title where two segments are needed anyhow', () => {
    const title = '关于村口公共厕所改造的第二次协商'
    expect(renderSms({ kind: 'notice', place, title, meeting, link })).toMatchObject({
      text: expect.stringContaining(`“${title}”`),
      segments: 2,
    })
  })

  it('takes the day of the place, not of the machine', () => {
    expect(shortTime('2026-02-28T16:05:00.000Z')).toBe('3月1日00:05')
  })

  it.each([
    ['王村口镇居民委员会', '王村口镇居委会'],
    ['双溪口村村民委员会', '双溪口村村委会'],
    ['景宁畲族自治县红星街道人民路社区居委会', '景宁畲族自治县红星街道人'],
    ['村', '社区协商'],
    ['【冒名】', '冒名'],
  ])('signs for %s as %s', (name, signature) => {
    expect(renderSms({ kind: 'outcome', place: name, title: '议题', link }).text).toMatch(
      new RegExp(`^【${signature}】`),
    )
  })
})

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.constantFrom('议', '👨‍👩‍👧‍👦', '🏞️', '\ud83d', '\udc68', '】', '【', '…', '\n', '\u202e', 'é'), {
      maxLength: 150,
    })
    .map((parts) => parts.join('')),
)
const anyInstant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())
const anyContent: fc.Arbitrary<SmsContent> = fc
  .record({
    kind: fc.constantFrom('notice' as const, 'ballot' as const, 'outcome' as const, 'ended' as const),
    place: anyText,
    title: anyText,
    meeting: fc.record({ at: anyInstant, place: anyText }),
    closesAt: anyInstant,
    token: fc.stringMatching(/^[A-Za-z0-9_-]{16,41}$/),
    withTimes: fc.boolean(),
  })
  .map(({ token, withTimes, meeting: at, closesAt, ...rest }) => ({
    ...rest,
    ...(withTimes && { meeting: at, closesAt }),
    link: `https://x.cn/r/331102/${token}`,
  }))

const shownTitle = (text: string) => /“(.*)”/su.exec(text)?.[1] ?? ''

describe('whatever people write', () => {
  it('two segments are enough, and the link stands whole at the end after “：”', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const { text, characters, segments } = renderSms(content)
        expect(text.length).toBe(characters)
        expect(characters).toBeLessThanOrEqual(134)
        expect(segments).toBe(characters <= 70 ? 1 : 2)
        expect(text.endsWith(`：${content.link}`)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('no character is cut in half and nothing unwritable is left', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const { text } = renderSms(content)
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
      }),
      { numRuns: 500 },
    )
  })

  it('the title begins as it was written, up to a whole character', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('议', '👨‍👩‍👧‍👦', '🏞️', 'é'), { minLength: 1, maxLength: 150 }), (parts) => {
        const shown = shownTitle(renderSms({ kind: 'notice', place, title: parts.join(''), meeting, link }).text)
        const whole = shown.replace(/…$/u, '')
        const starts = parts.map((_, index) => parts.slice(0, index + 1).join(''))
        expect(['', ...starts]).toContain(whole)
        expect(shown.endsWith('…')).toBe(whole !== parts.join(''))
      }),
    )
  })

  it('there is one signature, first, of 2 to 12 characters', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const { text } = renderSms(content)
        const signature = /^【([^【】]*)】/u.exec(text)?.[1] ?? ''
        expect(signature.length).toBeGreaterThanOrEqual(2)
        expect(signature.length).toBeLessThanOrEqual(12)
        expect(text.match(/[【】]/gu)).toHaveLength(2)
      }),
    )
  })
})
