import * as z from 'zod'

/** What the city's topic carries to every county: what the provider says became of some SMS. No number, no text. */
export const receiptsSchema = z.object({
  v: z.literal(1),
  receipts: z.array(z.object({ message: z.string().min(1).max(100), at: z.iso.datetime(), delivered: z.boolean() })),
})

export type Receipts = z.infer<typeof receiptsSchema>
