/** Bytes that the API takes. */
const most = 290_000
const longestSide = 1600

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | undefined> =>
  new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality))

/**
 * A photo as a phone takes it, small enough to be sent over a bad network, and without what the phone wrote into it:
 * where it was taken is nobody's business.
 * @returns undefined for a file that is no picture
 */
export async function shrink(file: Blob): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (picture === undefined) return undefined
  const canvas = document.createElement('canvas')
  const paint = canvas.getContext('2d')
  if (paint === null) return undefined
  for (let side = longestSide; side >= 400; side *= 0.75) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height))
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    // A picture with nothing behind it would turn black.
    paint.fillStyle = '#fff'
    paint.fillRect(0, 0, canvas.width, canvas.height)
    paint.drawImage(picture, 0, 0, canvas.width, canvas.height)
    for (const quality of [0.8, 0.6]) {
      const jpeg = await jpegOf(canvas, quality)
      if (jpeg !== undefined && jpeg.size <= most) return jpeg
    }
  }
  return undefined
}

/** Its bytes in base64. */
export const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
