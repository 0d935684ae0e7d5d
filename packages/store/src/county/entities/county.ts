import type { By, Dated } from '@xieshang/rules'
import { map, number, optional, packed, text } from '../../entities/attributes.ts'
import { entity } from '../../entities/entity.ts'

export const answered = entity({
  name: 'answered request',
  key: ['ANSWERED#{sub:any}#{key}', 'ANSWERED'],
  attributes: {
    fingerprint: text,
    consultation: optional(text),
    entry: optional(text),
    version: optional(number),
    expiresAt: number,
  },
  holds: 'what a request of an officer was answered with, by its idempotency key',
  by: ['officer'],
  reads: ['the same request again: one'],
  expires: 'a week after the act',
})

export const draft = entity({
  name: 'draft',
  key: ['DRAFTS#{sub:any}', '{place:code}#{about}#{form}'],
  attributes: { form: text, typed: text, keptAt: text, expiresAt: number },
  holds: 'what an officer typed and has not sent',
  personal: 'whatever was typed',
  by: ['officer'],
  reads: ['who typed it, and nobody else: a page of those about one thing'],
  expires: '30 days after the last change',
})

const setting = { attributes: { dated: packed<Dated<unknown>>() }, by: ['officer'] } as const

export const parameters = entity({
  name: 'parameters',
  key: ['PARAMETERS', '{day}#{number:6}'],
  ...setting,
  holds: 'the parameters of the county from a day on (G10)',
  reads: ['whatever begins now: the last until today', 'the page of settings: all'],
})

export const catalogue = entity({
  name: 'catalogue',
  key: ['CATALOGUE', '{day}#{number:6}'],
  ...setting,
  holds: 'the catalogue of matters from a day on (M6)',
  reads: ['whatever is filed now, everybody: the last until today', 'the page of settings: all'],
})

const revision = { attributes: { revision: number }, by: ['officer'], reads: ['nobody: a condition'] } as const

export const parametersRevision = entity({
  name: 'parameters’ revision',
  key: ['PARAMETERS', 'REVISION'],
  ...revision,
  holds: 'how many versions of the parameters there are',
})

export const catalogueRevision = entity({
  name: 'catalogue’s revision',
  key: ['CATALOGUE', 'REVISION'],
  ...revision,
  holds: 'how many versions of the catalogue there are',
})

export const officialAccount = entity({
  name: 'official account',
  key: ['WECHAT', 'WECHAT'],
  attributes: { name: text, appId: text, cover: text, at: text, by: map<By>(), sealed: text },
  holds: 'the account under which the county’s notices go out (P3a)',
  personal: 'the officer who connected it; its secret sealed under the county’s key',
  by: ['officer'],
  reads: ['officers, whoever publishes: one'],
})

export const mailbox = entity({
  name: 'mailbox',
  key: ['MAILBOX', 'MAILBOX'],
  attributes: { publicKey: text, sealed: text },
  holds: 'the key to which applicants’ numbers are encrypted',
  personal: 'none; its private half is sealed under the county’s key',
  by: ['officer'],
  reads: ['who applies, who reads an application: one'],
})

export const dataKey = entity({
  name: 'data key',
  key: ['DATAKEY', 'DATAKEY'],
  attributes: { wrapped: text },
  holds: 'the county’s data key, wrapped by its key in KMS',
  by: ['officer', 'system'],
  reads: ['whatever seals or opens: one, once for a running function'],
})
