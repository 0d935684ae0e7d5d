import { choices, keysOf, words } from '@xieshang/rules'
import * as z from 'zod'
import { stepSchema } from './common.ts'
import { itemTallySchema, noticeSchema } from './consultation.ts'

const publicItem = z.object({
  item: z.int(),
  title: z.string(),
  problem: z.string(),
  solution: z.string(),
  status: z.enum(['open', 'passed', 'failed']),
})

/** What everybody may read of a consultation: no names but the proposers' and the place's. */
export const publicConsultationSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    division: z.string(),
    divisionName: z.string(),
    step: stepSchema,
    updatedAt: z.string(),
    proposers: z.array(z.string()),
    notice: noticeSchema.omit({ channels: true }).optional(),
    items: z.array(publicItem),
    /** Present once the outcome is published (P8). */
    outcome: z
      .object({
        text: z.string(),
        from: z.string(),
        until: z.string(),
        listed: z.int(),
        attended: z.int(),
        items: z.array(itemTallySchema),
      })
      .optional(),
  })
  .meta({ id: 'PublicConsultation' })

export const publicListSchema = z.object({
  consultations: z.array(
    publicConsultationSchema.pick({
      id: true,
      title: true,
      division: true,
      divisionName: true,
      step: true,
      updatedAt: true,
    }),
  ),
  cursor: z.string().optional(),
})

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
    opinions: z.array(
      z.object({ text: z.string(), at: z.string(), answer: z.object({ text: z.string(), at: z.string() }).optional() }),
    ),
    /** Opinions are taken until this instant. */
    opinionsOpen: z.boolean(),
    round: z
      .object({
        round: z.int(),
        secrecy: z.enum(['named', 'secret']),
        closesAt: z.string().optional(),
        items: z.array(publicItem),
        voted: z.boolean(),
      })
      .optional(),
  })
  .meta({ id: 'LinkView' })

export const replySchema = z.strictObject({ coming: z.boolean() })
export const opinionInputSchema = z.strictObject({ text: words(1000) })
export const ballotReceiptSchema = z.object({
  round: z.int(),
  /** The choices that were counted in; absent for a secret ballot. */
  choices: z.array(z.object({ item: z.int(), choice: z.enum(keysOf(choices)) })).optional(),
  at: z.string(),
})
