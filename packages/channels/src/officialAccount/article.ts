import { shortTime } from '../sms/render.ts'
import { keep } from '../sms/segments.ts'

export type ArticleContent = {
  readonly kind: 'notice' | 'outcome'
  /** Name of the village or community. */
  readonly place: string
  readonly title: string
  readonly text: string
  readonly meeting?: { readonly at: string; readonly place: string }
  readonly opinionsUntil?: string
  /** Last day of the publication, as people write it. */
  readonly until?: string
  readonly items?: readonly { readonly title: string; readonly passed: boolean }[]
  /** Address of the public page. */
  readonly link: string
}

/** An article as an official account takes it; `content` is HTML. */
export type Article = {
  readonly title: string
  readonly author: string
  readonly digest: string
  readonly content: string
  readonly link: string
}

/** Characters that the platform takes. */
const longest = { title: 32, author: 16, digest: 120 }

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What people wrote goes in as text, never as HTML. */
const plain = (text: string): string => text.replace(/[&<>"']/g, (one) => escapes[one] ?? one)

const paragraph = (text: string): string => `<p>${plain(text).replace(/\n/g, '<br>')}</p>`

const words = {
  notice: (title: string) => `协商告知：${title}`,
  outcome: (title: string) => `协商结果公示：${title}`,
  meeting: (at: string, place: string) => `时间：${at}　地点：${place}`,
  opinions: (until: string) => `意见征求至${until}。`,
  item: (number: number, title: string, passed: boolean) => `${number}. ${title}——${passed ? '通过' : '未通过'}`,
  until: (day: string) => `公示至${day}。`,
  more: '点击“阅读原文”查看全部内容。',
}

/** P3a, P8: a notice or an outcome as an article of the official account (微信公众号). */
export function renderArticle(content: ArticleContent): Article {
  const { kind, place, title, text, meeting, opinionsUntil, until, items = [], link } = content
  const lines = [
    text,
    ...(meeting === undefined ? [] : [words.meeting(shortTime(meeting.at), meeting.place)]),
    ...(opinionsUntil === undefined ? [] : [words.opinions(shortTime(opinionsUntil))]),
    ...items.map((item, index) => words.item(index + 1, item.title, item.passed)),
    ...(until === undefined ? [] : [words.until(until)]),
    words.more,
  ]
  return {
    title: keep(words[kind](title), longest.title),
    author: keep(place, longest.author),
    digest: keep(text.replace(/\s+/g, ' '), longest.digest),
    content: lines.map(paragraph).join(''),
    link,
  }
}
