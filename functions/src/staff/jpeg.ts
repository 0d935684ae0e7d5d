/**
 * Reads a JPEG segment by segment, and writes it anew without what a camera wrote into it: where it was taken, when, by
 * whom. What is not whole, or has anything behind its end, is no photo.
 */

/** Sides of a photo that we would show. */
const mostPixels = 20_000

const start = 0xd8
const end = 0xd9
const scan = 0xda

/** Start of frame: every JPEG has one, with its size. C4, C8 and CC are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Tables and scans say how the photo is drawn, APP0 and APP14 what its colours are; every other segment only talks. */
const draws = (marker: number): boolean =>
  isFrame(marker) || [0xc4, 0xcc, scan, 0xdb, 0xdc, 0xdd, 0xe0, 0xee].includes(marker)

const wordAt = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

/** Where what was drawn behind the head of a scan ends: at the next marker that is no restart and no stuffed byte. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** A frame says how high and wide it is. */
function isSane(bytes: Uint8Array, at: number, length: number): boolean {
  const [height, width] = [wordAt(bytes, at + 5), wordAt(bytes, at + 7)]
  return length >= 9 && height > 0 && width > 0 && height <= mostPixels && width <= mostPixels
}

/** @returns the photo with nothing but what is drawn; undefined for what is no whole JPEG */
export function jpegOf(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== start) return undefined
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let framed = false
  let scanned = false
  for (let at = 2; at + 1 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return undefined
    if (marker === end) {
      kept.push(bytes.subarray(at, at + 2))
      return framed && scanned && at + 2 === bytes.length ? Buffer.concat(kept) : undefined
    }
    const length = wordAt(bytes, at + 2)
    const head = at + 2 + length
    if (length < 2 || head > bytes.length) return undefined
    if (isFrame(marker) && !isSane(bytes, at, length)) return undefined
    framed ||= isFrame(marker)
    // Nothing is drawn before its size is known.
    if (marker === scan && !framed) return undefined
    const until = marker === scan ? scanEnd(bytes, head) : head
    scanned ||= marker === scan && until > head
    if (draws(marker)) kept.push(bytes.subarray(at, until))
    at = until
  }
  return undefined
}
