import * as z from 'zod'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { words } from '../consultation/primitives.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { isFiled, owesPublication } from '../followUp/guards.ts'
import { chosenChannels } from '../notice/channels.ts'
import { openSessionOf } from '../session/session.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { filingBodies } from '../taxonomy/procedure.ts'

export const fileRecordSchema = z.strictObject({
  bodies: z
    .array(z.strictObject({ body: z.enum(keysOf(filingBodies)), name: words(80) }))
    .min(1)
    .max(10),
})

export const publishOutcomeSchema = z.strictObject({
  channels: chosenChannels,
  /** Days it stays up; without it, the county's number. */
  days: z.int().min(1).max(365).optional(),
  text: words(1000),
})

const dayMs = 86_400_000

/** P7: the record is one readable document; what no longer fits into it is not taken. */
export const recordFull: Refusal = ruleRefusal('P7', 'recordFull')

/** P7: the whole course and the outcome are filed in writing with named bodies. */
export function fileRecord(state: Consultation, command: z.infer<typeof fileRecordSchema>): Decision {
  if (isFiled(state)) return refuse(stateRefusal('P7', 'alreadyFiled'))
  const counted =
    state.rounds.some((r) => r.status === 'closed') || state.escalations.some(({ vote }) => vote !== undefined)
  if (!counted) return refuse(stateRefusal('P7', 'noTally'))
  if (state.rounds.some((r) => r.status !== 'closed')) return refuse(stateRefusal('P7', 'roundOpen'))
  if (openSessionOf(state) !== undefined) return refuse(stateRefusal('P7', 'sessionOpen'))
  const open = state.items.find((i) => i.status === 'open')
  if (open !== undefined) return refuse(stateRefusal('P7', 'itemStillOpen', { params: { item: open.item } }))
  if (state.escalations.some(({ vote }) => vote === undefined)) return refuse(stateRefusal('P9d', 'escalationOpen'))
  return accept({ type: 'RecordFiled', data: command })
}

/** P8, P9g: the result is published and stays up for its days; anew when it was filed anew or corrected since. */
export function publishOutcome(
  state: Consultation,
  command: z.infer<typeof publishOutcomeSchema>,
  context: Context,
): Decision {
  if (!isFiled(state)) return refuse(stateRefusal('P8', 'notFiled'))
  if (!owesPublication(state)) return refuse(stateRefusal('P8', 'alreadyPublished'))
  if (!command.channels.includes('website')) return refuse(ruleRefusal('P8', 'websiteMissing', { field: 'channels' }))
  const days = command.days ?? state.parameters.publicationDays
  return accept({
    type: 'OutcomePublished',
    data: {
      channels: [...new Set(command.channels)],
      from: context.now,
      until: new Date(Date.parse(context.now) + days * dayMs).toISOString(),
      text: command.text,
    },
  })
}
