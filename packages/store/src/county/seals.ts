import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { roundKey } from './entities/seals.ts'

const keyBytes = 32
const tagBytes = 16
/** Every ballot is as long as every other, so that its length says nothing; words beyond this take the next step. */
const usual = 512
const step = 1024

const publicKeyOf = (x: string) => createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' })

/** Each ballot has a key of its own, so its nonce may be the same for all. */
const nonce = Buffer.alloc(12)

const derived = (privateKey: KeyObject, publicKey: KeyObject, bound: string): Buffer =>
  Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), bound, 'ballot', keyBytes))

/** The same for a key that somebody sent: a few points of the curve agree on nothing, and no round has one of them. */
function agreed(privateKey: KeyObject, seal: string, bound: string): Buffer | undefined {
  try {
    return derived(privateKey, publicKeyOf(seal), bound)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

function padded(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  const whole = bytes.length + 4
  const room = Buffer.alloc(whole <= usual ? usual : Math.ceil(whole / step) * step)
  room.writeUInt32BE(bytes.length)
  bytes.copy(room, 4)
  return room
}

/**
 * P6a: closes a ballot of a secret round. Whoever holds only the public key can close and never open.
 * @param seal the round's public key (X25519, base64url), as the voter's page repeats it
 * @param bound what the ballot belongs to
 * @returns undefined where that is no key at all, as no round's is
 */
export function sealBallot(seal: string, text: string, bound: string): Uint8Array | undefined {
  const own = generateKeyPairSync('x25519')
  const { x = '' } = own.publicKey.export({ format: 'jwk' })
  const key = agreed(own.privateKey, seal, bound)
  if (key === undefined) return undefined
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(padded(text)), cipher.final()])
  return Buffer.concat([Buffer.from(x, 'base64url'), cipher.getAuthTag(), sealed])
}

/** Opens it again. @throws Error when it was changed, moved, or sealed to another round */
export function openBallot(privateKey: KeyObject, sealed: Uint8Array, bound: string): string {
  const bytes = Buffer.from(sealed)
  const other = publicKeyOf(bytes.subarray(0, keyBytes).toString('base64url'))
  const decipher = createDecipheriv('aes-256-gcm', derived(privateKey, other, bound), nonce)
  decipher.setAuthTag(bytes.subarray(keyBytes, keyBytes + tagBytes))
  const room = Buffer.concat([decipher.update(bytes.subarray(keyBytes + tagBytes)), decipher.final()])
  return room.subarray(4, 4 + room.readUInt32BE()).toString('utf8')
}

/**
 * The private halves of secret rounds, in a table of their own that has no stream, no point-in-time recovery and no backup:
 * once a key is destroyed here, nothing opens its ballots, in whatever copy they lie.
 */
export function openSeals(table: Table) {
  return {
    /** @returns the public half of a new pair, whose private half is kept */
    async make(consultation: string): Promise<string> {
      const pair = generateKeyPairSync('x25519')
      const { x = '', d = '' } = pair.privateKey.export({ format: 'jwk' })
      await table.put(roundKey.item({ consultation, seal: x, d }), notExists)
      return x
    },

    /** The private half, for whoever counts; undefined once it was destroyed. */
    async open(consultation: string, seal: string): Promise<KeyObject | undefined> {
      const item = await table.get(roundKey.key({ consultation, seal }))
      if (item === undefined) return undefined
      const key = { kty: 'OKP', crv: 'X25519', x: seal, d: roundKey.read(item).d }
      return createPrivateKey({ key, format: 'jwk' })
    },

    async destroy(consultation: string, seal: string): Promise<void> {
      await table.delete(roundKey.key({ consultation, seal }))
    },
  }
}

export type Seals = ReturnType<typeof openSeals>
