import { describe, expect, it } from 'vitest'
import { jpegOf } from './jpeg.ts'

/** One grey pixel, as an encoder wrote it. */
const pixel = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  'base64',
)

const segment = (marker: number, text: string) => {
  const body = Buffer.from(text, 'latin1')
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body])
}
/** The pixel with something said before it is drawn. */
const saying = (...segments: Buffer[]) => Buffer.concat([pixel.subarray(0, 2), ...segments, pixel.subarray(2)])
const at = (marker: number) => pixel.indexOf(Buffer.from([0xff, marker]))

describe('a photo', () => {
  it('stays as it is where nothing but the picture is in it', () => {
    expect(Buffer.from(jpegOf(pixel) ?? []).equals(pixel)).toBe(true)
  })

  it('loses where it was taken, and whatever else a camera or a person wrote into it', () => {
    const talkative = saying(
      segment(0xe1, 'Exif\0\0GPSLatitude 28.45 GPSLongitude 119.92'),
      segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>somebody</x:xmpmeta>'),
      segment(0xe2, 'ICC_PROFILE'),
      segment(0xed, 'Photoshop 3.0'),
      segment(0xfe, 'taken by somebody'),
    )
    expect(Buffer.from(jpegOf(talkative) ?? []).equals(pixel)).toBe(true)
  })

  it.each([
    ['three bytes', Buffer.from([0xff, 0xd8, 0xff])],
    [
      'a page with the first bytes of a photo',
      Buffer.concat([pixel.subarray(0, 3), Buffer.from('<script>1</script>')]),
    ],
    ['an archive behind a photo', Buffer.concat([pixel, Buffer.from('PK\u0003\u0004')])],
    ['a photo that was cut off', pixel.subarray(0, -2)],
    ['a photo cut in its head', pixel.subarray(0, 30)],
    ['a photo without a size', Buffer.concat([pixel.subarray(0, at(0xc0)), pixel.subarray(at(0xc4))])],
    ['a photo in which nothing is drawn', Buffer.concat([pixel.subarray(0, at(0xda)), pixel.subarray(-2)])],
    ['a segment longer than the file', saying(Buffer.from([0xff, 0xe1, 0xff, 0xff]))],
    ['a segment shorter than its own head', saying(Buffer.from([0xff, 0xe1, 0, 1]))],
    ['another kind of picture', Buffer.from('<svg/>')],
    ['nothing', Buffer.alloc(0)],
  ])('is not %s', (_what, bytes) => {
    expect(jpegOf(bytes)).toBeUndefined()
  })

  it('has a height and a width that can be shown', () => {
    for (const [offset, value] of [
      [5, 0],
      [7, 0],
      [5, 60_000],
    ] as const) {
      const odd = Buffer.from(pixel)
      odd.writeUInt16BE(value, at(0xc0) + offset)
      expect(jpegOf(odd)).toBeUndefined()
    }
  })

  it('is read to an end whatever the bytes are', () => {
    for (let index = 2; index < pixel.length; index++)
      for (const value of [0, 0xff, 0xd9, 0xda]) {
        const odd = Buffer.from(pixel)
        odd[index] = value
        const kept = jpegOf(odd)
        if (kept !== undefined) expect(kept.length).toBeLessThanOrEqual(odd.length)
      }
  })
})
