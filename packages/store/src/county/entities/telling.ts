import { smsOutcomes } from '@xieshang/rules'
import { bytes, number, oneOf, optional, text } from '../../entities/attributes.ts'
import { entity } from '../../entities/entity.ts'

/** `sending` is how a hand-over was written before there was one: whether it went out, nobody knows. */
export const deliveryStates = ['waiting', 'handingOver', ...smsOutcomes, 'sending'] as const

/**
 * One SMS to one seat and what became of it; no number, no link. `event` is the number of the event that it tells of.
 * @by system
 * @reads its sender: one
 * @stream it is put on the sender’s queue
 */
export const delivery = entity({
  key: ['CASE#{consultation}', 'DELIVERY#{event:6}#{seat:4}#sms'],
  attributes: {
    consultation: text,
    event: number,
    seat: number,
    status: oneOf(deliveryStates),
    attempts: optional(number),
    handedOverAt: optional(text),
    leaseUntil: optional(text),
    sentAt: optional(text),
    deliveredAt: optional(text),
    failedAt: optional(text),
    uncertainAt: optional(text),
    reason: optional(text),
    messageId: optional(text),
  },
  stream: {
    once: true,
    change: ({ consultation, event, seat }) => ({ kind: 'delivery', delivery: { consultation, event, seat } }),
  },
})

/**
 * To which delivery a provider’s name of a message leads.
 * @by system
 * @reads whoever takes in receipts: some, by the names of their messages
 * @expires 30 days after it was sent
 */
export const receipt = entity({
  key: ['RECEIPT#{message}', 'RECEIPT'],
  attributes: { consultation: text, event: number, seat: number, expiresAt: number },
})

/**
 * A notice or an outcome that the screens of a place show (P3a, P8).
 * @by system
 * @reads a screen: all that are not over, what ends first before the rest
 * @expires a day after it is over
 */
export const screenLine = entity({
  key: ['SCREEN#{place:code}', '{until}#{consultation}#{kind}#{event:6}'],
  attributes: {
    consultation: text,
    kind: oneOf(['notice', 'outcome']),
    event: number,
    until: text,
    expiresAt: number,
  },
})

/**
 * A photo of what was put up (P3a, P8).
 * @personal it may show people, and is for officers only
 * @by officer
 * @reads officers: one
 * @expires a day after it was handed in, unless an event names it
 */
export const photo = entity({
  key: ['PHOTO#{consultation}', '{photo}'],
  attributes: { fingerprint: text, bytes, expiresAt: optional(number) },
})

/**
 * How many photos a place handed in on a day.
 * @by officer
 * @reads nobody: a condition of the next photo
 * @expires a day after the photo
 */
export const photoDay = entity({
  key: ['PHOTODAY#{place:code}', '{day}'],
  attributes: { photos: number, expiresAt: number },
})

/**
 * A message that could not be published, in parts of what an item holds.
 * @by system
 * @reads whoever sees to them: all
 */
export const aside = entity({
  key: ['ASIDE', '{message}#{part:4}'],
  attributes: { packed: text },
})
