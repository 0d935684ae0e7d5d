/** Controls but for tab and line end, halves of pairs, and what is no character. */
const controls = /[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu

/**
 * What cannot be seen or turns the direction of reading: format characters (widths of zero, marks and overrides of
 * direction, tags), separators that nobody types, letters and blanks that are drawn as nothing.
 */
const unseen = /[^\P{Cf}\u200D]|[\u2028\u2029\u115F\u1160\u2800\u3164\uFFA0]|\u034F|\u17B4|\u17B5/gu

/** A joiner belongs between two pictures of one emoji; elsewhere it only makes two equal names differ. */
const looseJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu

/** Something that is drawn: a letter, a digit, a sign. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * A text as it is kept, whoever typed or pasted it: in the composed form, without what cannot be read; nothing at all
 * where nothing in it can. The one place that says so.
 */
export function readable(typed: string): string {
  const kept = typed
    .toWellFormed()
    .normalize('NFC')
    .replace(controls, '')
    .replace(unseen, '')
    .replace(looseJoiner, '')
    // What was taken out may have stood between two that compose.
    .normalize('NFC')
  return visible.test(kept) ? kept : ''
}

/** What a name says, however it was typed: width of letters, and blanks between characters, make no other person. */
export const sameName = (name: string): string =>
  readable(name)
    .normalize('NFKC')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
