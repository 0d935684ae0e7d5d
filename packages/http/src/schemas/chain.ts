import * as z from 'zod'

/** Which part of a chain, from 1; each is a file of its own, and they are verified together. */
export const chainPart = z.object({ part: z.coerce.number().int().min(1).max(2000).default(1) })

export const chainType = 'application/x-ndjson'

/** E4: the head of a chain: the hash of the event with the number. */
export const chainHeadSchema = z.object({ event: z.int(), hash: z.string() })
