/** Characters that one SMS holds, and those of each part of a longer one (mainland China). */
const single = 70
const part = 67

/** UTF-16 units, as the networks count them: an emoji takes two. */
export const smsLength = (text: string): number => text.length

export function smsSegments(text: string): number {
  const length = smsLength(text)
  return length <= single ? 1 : Math.ceil(length / part)
}

/** The most that two segments hold. */
export const mostCharacters = 2 * part
export const oneSegment = single

/** A text cut to `most` units with … at its end, never through a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter('zh').segment(text)) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  return `${kept}…`
}
