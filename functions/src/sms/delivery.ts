import * as z from 'zod'

/** What the county topic carries to the sender. */
export const deliverySchema = z.object({ consultation: z.string(), event: z.int().min(1), seat: z.int().min(1) })
