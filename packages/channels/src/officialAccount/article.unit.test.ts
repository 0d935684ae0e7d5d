import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArticleContent, renderArticle } from './article.ts'

const link = 'https://xs.example/p/331102/C1'
const notice: ArticleContent = {
  kind: 'notice',
  place: '高岭村村民委员会',
  title: '公共厕所改造',
  text: '请大家来商量。\n有方案可看。',
  meeting: { at: '2026-03-05T06:30:00.000Z', place: '文化礼堂' },
  opinionsUntil: '2026-03-04T06:30:00.000Z',
  link,
}

describe('an article of the official account', () => {
  it('P3a: tells what is consulted, when and where, and until when opinions are taken', () => {
    expect(renderArticle(notice)).toEqual({
      title: '协商告知：公共厕所改造',
      author: '高岭村村民委员会',
      digest: '请大家来商量。 有方案可看。',
      content:
        '<p>请大家来商量。<br>有方案可看。</p><p>时间：3月5日14:30　地点：文化礼堂</p><p>意见征求至3月4日14:30。</p><p>点击“阅读原文”查看全部内容。</p>',
      link,
    })
  })

  it('P8: tells what passed and what did not, and how long it stays up', () => {
    const items = [
      { title: '选址', passed: true },
      { title: '收费', passed: false },
    ]
    const { title, content } = renderArticle({
      kind: 'outcome',
      place: '高岭村',
      title: '公共厕所改造',
      text: '一条通过。',
      items,
      until: '2026-03-20',
      link,
    })
    expect(title).toBe('协商结果公示：公共厕所改造')
    expect(content).toBe(
      '<p>一条通过。</p><p>1. 选址——通过</p><p>2. 收费——未通过</p><p>公示至2026-03-20。</p><p>点击“阅读原文”查看全部内容。</p>',
    )
  })

  it('P3a: whatever people write stays text, and nothing is longer than the platform takes', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=1>', "a&b'c"),
    )
    fc.assert(
      fc.property(anyText, anyText, anyText, (title, text, place) => {
        const article = renderArticle({ ...notice, title, text, place })
        expect(article.title.length).toBeLessThanOrEqual(32)
        expect(article.author.length).toBeLessThanOrEqual(16)
        expect(article.digest.length).toBeLessThanOrEqual(120)
        expect(article.content.replace(/<\/?p>|<br>/g, '')).not.toMatch(/[<>"']/)
      }),
    )
  })
})
