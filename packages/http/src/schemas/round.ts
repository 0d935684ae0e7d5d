import { keysOf, secrecies, votingMethods } from '@xieshang/rules'
import * as z from 'zod'
import { seatSetSchema } from './common.ts'
import { by, count, instant, stamp } from './shapes.ts'

export const itemTallySchema = z.object({
  ...count,
  base: z.int(),
  result: z.enum(['passed', 'failed', 'noQuorum', 'tooFew']),
})

export const tallySchema = z.object({
  listed: z.int(),
  attended: z.int(),
  attendedVoting: z.int(),
  quorumNeeded: z.int(),
  quorate: z.boolean(),
  base: z.int(),
  items: z.array(itemTallySchema),
})

export const roundSchema = z.object({
  ...stamp,
  round: z.int(),
  method: z.enum(keysOf(votingMethods)),
  secrecy: z.enum(keysOf(secrecies)),
  items: z.array(z.int()),
  session: z.int().optional(),
  closesAt: instant.optional(),
  status: z.enum(['open', 'closing', 'closed']),
  /** The public key that the ballots of a secret round online are sealed to. */
  seal: z.string().optional(),
  entry: z.object({ ...stamp, counts: z.array(z.object(count)) }).optional(),
  /** Seats that vote on paper, and what two officers entered for them (P6a). */
  paper: seatSetSchema.optional(),
  papers: z
    .object({
      ...stamp,
      returned: seatSetSchema,
      counts: z.array(z.object(count)),
      /** Hashes of the pages on which named ballots lie. */
      pages: z.array(z.string()),
    })
    .optional(),
  confirmedBy: by.optional(),
  tally: tallySchema.optional(),
  closedAt: instant.optional(),
  /** P9f: the numbers of the words on its ballots, among all opposing opinions. */
  words: z.object({ from: z.int(), to: z.int() }).optional(),
})
