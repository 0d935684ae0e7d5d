/** Characters that one SMS holds, and those of each part of a longer one (mainland China). */
const single = 70
const part = 67

/** How many SMS a text becomes. The networks count UTF-16 units, as `length` does: an emoji takes two. */
export function smsSegments({ length }: string): number {
  return length <= single ? 1 : Math.ceil(length / part)
}

/** The most that two segments hold. */
export const mostCharacters = 2 * part
export const oneSegment = single

/** The beginning of a text, at most `most` units, never through a character. */
export function keep(text: string, most: number): string {
  let kept = ''
  for (const { segment } of new Intl.Segmenter('zh').segment(text)) {
    if (kept.length + segment.length > most) break
    kept += segment
  }
  return kept
}

/** A text that is longer than `most` units, cut to them with … at its end. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${keep(text, most - 1).trimEnd()}…`
