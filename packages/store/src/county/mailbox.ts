import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto'
import { promisify } from 'node:util'
import { notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'
import type { Secrets } from './secrets.ts'

const bound = 'mailbox'
const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' } as const

/** Drops a secret into the county's mailbox. Whoever can only drop cannot read: it takes the public half of the key. */
export async function drop(table: Table, plain: string): Promise<string | undefined> {
  const item = await table.get(entities.mailbox.key({}))
  if (item === undefined) return undefined
  const key = createPublicKey(entities.mailbox.read(item).publicKey)
  return publicEncrypt({ key, ...padding }, Buffer.from(plain, 'utf8')).toString('base64url')
}

/** The other side: makes the mailbox once, its private half sealed under the county's key, and empties it. */
export function openMailbox(table: Table, secrets: Secrets) {
  let ready: Promise<void> | undefined

  async function make(): Promise<void> {
    if ((await table.get(entities.mailbox.key({}))) !== undefined) return
    const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
      modulusLength: 3072,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
    // Who comes second leaves the first one's key.
    await table.put(entities.mailbox.item({ publicKey, sealed: await secrets.seal(privateKey, bound) }), notExists)
  }

  let opening: Promise<KeyObject> | undefined

  /** Parsed once: that takes longer than opening a number. */
  async function open(): Promise<KeyObject> {
    const item = await table.get(entities.mailbox.key({}))
    if (item === undefined) throw new Error('There is no mailbox to read from')
    return createPrivateKey(await secrets.open(entities.mailbox.read(item).sealed, bound))
  }

  return {
    /** Sees to it that there is a mailbox; costs one read for a running function. */
    ensure(): Promise<void> {
      ready ??= make()
      ready.catch(() => {
        ready = undefined
      })
      return ready
    },

    async read(dropped: string): Promise<string> {
      opening ??= open()
      opening.catch(() => {
        opening = undefined
      })
      return privateDecrypt({ key: await opening, ...padding }, Buffer.from(dropped, 'base64url')).toString('utf8')
    },
  }
}

export type Mailbox = ReturnType<typeof openMailbox>
