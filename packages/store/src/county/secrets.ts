import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { KMSClient } from '@aws-sdk/client-kms'
import type { PlaceCode } from '@xieshang/kernel'
import { notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { dataKey } from './entities/county.ts'

const ivBytes = 12
const tagBytes = 16

/**
 * Seals and looks up what is secret in a county: phone numbers and personal links. One data key per county lies in its
 * table, wrapped by the county's KMS key; it is unwrapped once per running function, so that a register of thousands
 * costs one call, and the client of KMS is loaded only then: most of what functions are asked needs no secret.
 */
export function openSecrets(config: {
  readonly table: Table
  /** One by the environment where none is given. */
  readonly kms?: KMSClient
  readonly keyArn: string
  readonly tenant: PlaceCode
}) {
  const context = { tenant: config.tenant }
  let loading: Promise<{ seal: Buffer; index: Buffer }> | undefined

  async function unwrapped(): Promise<Uint8Array> {
    const { DecryptCommand, GenerateDataKeyCommand, KMSClient } = await import('@aws-sdk/client-kms')
    const kms = config.kms ?? new KMSClient()
    const kept = await config.table.get(dataKey.key({}))
    if (kept === undefined) {
      const made = await kms.send(
        new GenerateDataKeyCommand({ KeyId: config.keyArn, KeySpec: 'AES_256', EncryptionContext: context }),
      )
      if (made.Plaintext === undefined || made.CiphertextBlob === undefined) throw new Error('KMS gave no data key')
      const wrapped = Buffer.from(made.CiphertextBlob).toString('base64')
      if (await config.table.put(dataKey.item({ wrapped }), notExists)) return made.Plaintext
      return unwrapped()
    }
    const opened = await kms.send(
      new DecryptCommand({
        KeyId: config.keyArn,
        CiphertextBlob: Buffer.from(dataKey.read(kept).wrapped, 'base64'),
        EncryptionContext: context,
      }),
    )
    if (opened.Plaintext === undefined) throw new Error('KMS did not open the data key')
    return opened.Plaintext
  }

  const derived = (key: Uint8Array, use: string) => Buffer.from(hkdfSync('sha256', key, config.tenant, use, 32))

  function loaded() {
    loading ??= unwrapped().then((key) => ({ seal: derived(key, 'seal'), index: derived(key, 'index') }))
    loading.catch(() => {
      loading = undefined
    })
    return loading
  }

  return {
    /** @param bound what the secret belongs to; opening needs the same, so that no ciphertext can be moved elsewhere */
    async seal(plain: string, bound: string): Promise<string> {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', (await loaded()).seal, iv).setAAD(Buffer.from(bound))
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
    },

    async open(sealed: string, bound: string): Promise<string> {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', (await loaded()).seal, bytes.subarray(0, ivBytes))
        .setAAD(Buffer.from(bound))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
    },

    /** A keyed hash for looking something up without keeping it, 20 characters. */
    async index(value: string): Promise<string> {
      return createHmac('sha256', (await loaded()).index)
        .update(value)
        .digest('base64url')
        .replace(/[-_]/g, '0')
        .slice(0, 20)
    },
  }
}

export type Secrets = ReturnType<typeof openSecrets>

/** A personal link's secret: 128 random bits in 22 characters that survive an SMS. */
export const newLinkToken = (): string => randomBytes(16).toString('base64url')

/** What is kept of a personal link. The token is random enough that a plain hash cannot be turned back. */
export const linkHash = (token: string): string => createHash('sha256').update(token).digest('base64url')
