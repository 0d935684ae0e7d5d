import { choices, keysOf, words } from '@xieshang/rules'
import * as z from 'zod'
import { answered, publicConsultationSchema, publicItem } from './public.ts'

/** What the holder of a personal link sees. */
export const linkViewSchema = z
  .object({
    consultation: publicConsultationSchema,
    seat: z.object({
      seat: z.int(),
      name: z.string(),
      votes: z.boolean(),
      reply: z.enum(['coming', 'notComing']).optional(),
    }),
    opinions: z.array(answered),
    /** Whether opinions are still taken. */
    opinionsOpen: z.boolean(),
    /** P11a: what one wrote after the outcome was published. */
    feedback: z.array(answered),
    feedbackOpen: z.boolean(),
    /** Whether this seat votes on paper in the round that is open. */
    onPaper: z.boolean(),
    round: z
      .object({
        round: z.int(),
        secrecy: z.enum(['named', 'secret']),
        /** The ballot's shape, which a ballot repeats. */
        shape: z.string(),
        closesAt: z.string().optional(),
        items: z.array(publicItem),
        /** One’s own ballot: of a long list each is made a moment after the round is opened, and cast only then. */
        ballot: z.enum(['preparing', 'open', 'cast']),
      })
      .optional(),
  })
  .meta({ id: 'LinkView' })

export const replySchema = z.strictObject({ coming: z.boolean() })
export const opinionInputSchema = z.strictObject({ text: words(1000) })
export const ballotReceiptSchema = z.object({
  round: z.int(),
  /** A secret ballot came in under this key before; whether it was the same, nobody can say. */
  before: z.literal(true).optional(),
  /** The choices that were counted in; absent for a secret ballot. */
  choices: z
    .array(z.object({ item: z.int(), choice: z.enum(keysOf(choices)), words: z.string().optional() }))
    .optional(),
  /** When it came in; of a secret ballot the day alone is kept. */
  at: z.string(),
})
