import * as z from 'zod'

/** What the county's topic carries to the sender of a channel that tells seats. No number, no name, no link. */
export const deliverySchema = z.object({ consultation: z.string(), event: z.int().min(1), seat: z.int().min(1) })

/** What it carries to that of a channel for everybody: which event is to be put up. */
export const postingSchema = z.object({ consultation: z.string(), event: z.int().min(1) })

/** What the city's topic carries to every county: what the provider says became of some messages. No number, no text. */
export const receiptsSchema = z.object({
  v: z.literal(1),
  receipts: z.array(z.object({ message: z.string().min(1).max(100), at: z.iso.datetime(), delivered: z.boolean() })),
})

export type Receipts = z.infer<typeof receiptsSchema>
