import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import type { State } from '../state/state.ts'

type Body = {
  readonly KeyId?: string
  readonly KeySpec?: string
  readonly NumberOfBytes?: number
  readonly CiphertextBlob?: string
  readonly EncryptionContext?: Readonly<Record<string, string>>
}

export type KmsAnswer = { readonly status: number; readonly body: unknown }

const ivBytes = 12
const tagBytes = 16

const failure = (type: string, message: string): KmsAnswer => ({ status: 400, body: { __type: type, message } })

const aad = (context: Body['EncryptionContext']) =>
  Buffer.from(JSON.stringify(Object.entries(context ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))))

/** Keys for the desk: what functions ask of KMS, with the encryption context bound in as there. */
export function openKms(state: State, region: string, account: string) {
  const master = (id: string): Buffer | undefined => {
    const kept = state.get(`kms:${id}`)
    return kept === undefined ? undefined : Buffer.from(kept, 'base64')
  }
  const idOf = (keyId: string) => keyId.split('/').at(-1) ?? keyId

  function seal(id: string, key: Buffer, plain: Buffer, context: Body['EncryptionContext']): string {
    const iv = randomBytes(ivBytes)
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(aad(context))
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([Buffer.from(id), iv, cipher.getAuthTag(), sealed]).toString('base64')
  }

  const arnOf = (id: string) => `arn:aws:kms:${region}:${account}:key/${id}`

  return {
    arnOf,

    /** Whether it is a key of the desk. */
    knows: (id: string): boolean => master(id) !== undefined,

    /** A key by a lasting name, made when it is first asked for. */
    keyFor(name: string): string {
      const known = state.get(`kms-name:${name}`)
      if (known !== undefined) return known
      const id = randomUUID()
      state.set(`kms:${id}`, randomBytes(32).toString('base64'))
      state.set(`kms-name:${name}`, id)
      return id
    },

    answer(action: string, body: Body): KmsAnswer {
      if (action === 'GenerateDataKey') {
        const id = idOf(body.KeyId ?? '')
        const key = master(id)
        if (key === undefined) return failure('NotFoundException', `Key ${id} does not exist`)
        const plain = randomBytes(body.NumberOfBytes ?? 32)
        return {
          status: 200,
          body: {
            KeyId: arnOf(id),
            Plaintext: plain.toString('base64'),
            CiphertextBlob: seal(id, key, plain, body.EncryptionContext),
          },
        }
      }
      if (action === 'Decrypt') {
        const blob = Buffer.from(body.CiphertextBlob ?? '', 'base64')
        const id = blob.subarray(0, 36).toString('utf8')
        const key = master(id)
        if (key === undefined) return failure('InvalidCiphertextException', 'Not sealed here')
        const sealed = blob.subarray(36)
        try {
          const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes))
            .setAAD(aad(body.EncryptionContext))
            .setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
          const plain = Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()])
          return { status: 200, body: { KeyId: arnOf(id), Plaintext: plain.toString('base64') } }
        } catch {
          return failure('InvalidCiphertextException', 'Wrong key or encryption context')
        }
      }
      return failure('UnsupportedOperationException', `The desk does not know ${action}`)
    },
  }
}

export type Kms = ReturnType<typeof openKms>
