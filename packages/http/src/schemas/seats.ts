import { channels, keysOf, participantCategories, participantClasses, smsProblems, smsStates } from '@xieshang/rules'
import * as z from 'zod'
import { seatSetSchema } from './common.ts'
import { instant } from './shapes.ts'

/** A seat as an officer sees it: no phone number in the clear. */
export const seatSchema = z
  .object({
    seat: z.int(),
    person: z.string(),
    name: z.string(),
    category: z.enum(keysOf(participantCategories)),
    class: z.enum(keysOf(participantClasses)),
    votes: z.boolean(),
    outsiderReason: z.string().optional(),
    /** Masked, e.g. *********00; absent when the register has none. */
    phone: z.string().optional(),
    told: z.object({ channel: z.enum(keysOf(channels)), at: instant }).optional(),
    /** Sent is not told: `delivered` is, by the phone's own receipt. `unconfirmed` was sent a day ago, without a receipt. */
    sms: z.enum(smsStates),
    smsProblem: z.enum(smsProblems).optional(),
    reply: z.enum(['coming', 'notComing']).optional(),
  })
  .meta({ id: 'Seat' })

export const seatsSchema = z.object({
  /** A page of them. */
  seats: z.array(seatSchema),
  cursor: z.string().optional(),
  /** Seats of the whole list that were told (S2). */
  told: seatSetSchema,
  /** Seats to be told at the door: no phone, or the SMS failed or nobody knows what became of it, and not told yet (P3a). */
  doorToDoor: seatSetSchema,
  /** Seats without a phone. */
  noPhone: seatSetSchema,
  /** Opinions (P3b) and feedback (P11a) that nobody has answered yet. */
  unanswered: z.object({ opinions: z.int(), feedback: z.int() }),
})

/** P6a: how many have voted online, round by round; who, where a round is named, and never how. */
export const turnoutSchema = z.object({
  rounds: z.array(
    z.object({
      round: z.int(),
      /** In a secret round that is open, 0 until three have voted. */
      count: z.int(),
      voted: seatSetSchema.optional(),
    }),
  ),
})
