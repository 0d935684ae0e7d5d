import * as z from 'zod'

/** One page of a long act, as the county topic carries it: what an event leads to for 200 seats. */
export const stepSchema = z.object({
  act: z.enum(['seats', 'deliveries', 'ballots']),
  consultation: z.string().min(1),
  /** Number of the event that the act follows from. */
  event: z.int().min(1),
  page: z.int().min(1),
})

export type StepMessage = z.infer<typeof stepSchema>
