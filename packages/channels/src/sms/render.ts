import { clockOf, dayOf } from '@xieshang/rules'
import type { SmsContent } from './content.ts'
import { cut, keep, mostCharacters, oneSegment, smsSegments } from './segments.ts'
import { sentences, unnamed } from './texts.ts'

export type Sms = { readonly text: string; readonly segments: number; readonly characters: number }

const longestSignature = 12
const shortestTitle = 4
const longestPlace = 16

/** Half characters, control characters and those that turn the direction of writing, which would garble the link. */
const unwritable = /[\p{Cc}\p{Cs}\p{Co}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/gu

/** Titles and places come from people; brackets of the signature are not theirs to write. */
const plain = (text: string) =>
  text
    .replace(/\s+/gu, ' ')
    .replace(unwritable, '')
    .replace(/[【】]/gu, '')
    .trim()

/** Operators take signatures of 2 to 12 characters; one that is cut carries no …, for it is a name. */
function signatureOf(place: string): string {
  const name = plain(place)
    .replace(/村民委员会$/u, '村委会')
    .replace(/居民委员会$/u, '居委会')
  const fitting = name.length <= longestSignature ? name : keep(name, longestSignature)
  return fitting.length < 2 ? unnamed : fitting
}

/** 3月5日14:30, in Asia/Shanghai. */
export function shortTime(instant: string): string {
  const [, month, day] = dayOf(instant).split('-').map(Number)
  return `${month}月${day}日${clockOf(instant)}`
}

/**
 * An SMS in plain Chinese: signature, what it is about, the personal link. One segment where the title allows, and
 * never more than two while the link has at most 60 characters.
 */
export function renderSms(content: SmsContent): Sms {
  const signature = signatureOf(content.place)
  const title = plain(content.title)
  const build = (shown: string, room: string) =>
    `【${signature}】${sentences(content, shown, room, shortTime)}${content.link}`
  const room = cut(plain(content.meeting?.place ?? ''), longestPlace)
  const frame = build('', room).length
  const inOne = oneSegment - frame
  const most = inOne >= shortestTitle ? inOne : Math.max(shortestTitle, Math.min(title.length, mostCharacters - frame))
  const text = build(cut(title, most), room)
  return { text, segments: smsSegments(text), characters: text.length }
}
