import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const ivBytes = 12
const tagBytes = 16

/**
 * A key that only somebody has who knows the applicant's key and all that was sent under it: the table knows neither.
 * @param sent all that was sent, in one line
 */
export const keyFrom = (consultation: string, sent: string, key: string): Buffer =>
  Buffer.from(hkdfSync('sha256', `${key}\n${sent}`, consultation, 'application', 32))

/** Sealed with AES-256-GCM: iv, tag and text. */
export function sealWith(key: Buffer, plain: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** @returns undefined with another key: that is how another request under the same key is known */
export function openWith(key: Buffer, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes)).setAuthTag(
    bytes.subarray(ivBytes, ivBytes + tagBytes),
  )
  const plain = decipher.update(bytes.subarray(ivBytes + tagBytes))
  try {
    return Buffer.concat([plain, decipher.final()]).toString('utf8')
  } catch (error) {
    if (error instanceof Error && error.message.includes('unable to authenticate data')) return undefined
    throw error
  }
}
