import type { By, Dated } from '@xieshang/rules'
import { map, number, optional, packed, text } from '../../entities/attributes.ts'
import { entity } from '../../entities/entity.ts'

/**
 * What a request of an officer was answered with, by its idempotency key.
 * @by officer
 * @reads the same request again: one
 * @expires a week after the act
 */
export const answered = entity({
  key: ['ANSWERED#{sub:any}#{key}', 'ANSWERED'],
  attributes: {
    fingerprint: text,
    consultation: optional(text),
    entry: optional(text),
    version: optional(number),
    expiresAt: number,
  },
})

const setting = {
  attributes: {
    // One from before there were chains is kept as it is; a later one as an event of its setting's chain.
    dated: optional(packed<Dated<unknown>>()),
    event: optional(text),
    hash: optional(text),
    values: optional(text),
  },
} as const

/**
 * The parameters of the county from a day on (G10), and what their chain comes to with them (E4).
 * @personal who set them, and why, as commitments in the text and as values beside it
 * @by officer
 * @reads whatever begins now: the last until today
 * @reads the page of settings: all
 */
export const parameters = entity({
  key: ['PARAMETERS', '{day}#{number:6}'],
  ...setting,
})

/**
 * The catalogue of matters from a day on (M6), and what its chain comes to with it (E4).
 * @personal who set it, and why, as commitments in the text and as values beside it
 * @by officer
 * @reads whatever is filed now, everybody: the last until today
 * @reads the page of settings: all
 */
export const catalogue = entity({
  key: ['CATALOGUE', '{day}#{number:6}'],
  ...setting,
})

const revision = { attributes: { revision: number } } as const

/**
 * How many versions of the parameters there are.
 * @by officer
 * @reads nobody: a condition of the next
 */
export const parametersRevision = entity({
  key: ['PARAMETERS', 'REVISION'],
  ...revision,
})

/**
 * How many versions of the catalogue there are.
 * @by officer
 * @reads nobody: a condition of the next
 */
export const catalogueRevision = entity({
  key: ['CATALOGUE', 'REVISION'],
  ...revision,
})

/**
 * The account under which the county’s notices go out (P3a).
 * @personal the officer who connected it; its secret sealed under the county’s key
 * @by officer
 * @reads officers, whoever publishes: one
 */
export const officialAccount = entity({
  key: ['WECHAT', 'WECHAT'],
  attributes: { name: text, appId: text, cover: text, at: text, by: map<By>(), sealed: text },
})

/**
 * The key to which applicants’ numbers are encrypted.
 * @personal none; its private half is sealed under the county’s key
 * @by officer
 * @reads who applies, who reads an application: one
 */
export const mailbox = entity({
  key: ['MAILBOX', 'MAILBOX'],
  attributes: { publicKey: text, sealed: text },
})

/**
 * The county’s data key, wrapped by its key in KMS.
 * @by officer, system
 * @reads whatever seals or opens: one, once for a running function
 */
export const dataKey = entity({
  key: ['DATAKEY', 'DATAKEY'],
  attributes: { wrapped: text },
})
