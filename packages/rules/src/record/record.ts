import { text } from '@xieshang/kernel'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { choice, count, type Fields, line, long, optional, rows, type Values } from '../fields/index.ts'
import { isFiled, owesPublication } from '../followUp/guards.ts'
import { chosenChannels } from '../notice/channels.ts'
import { openSessionOf } from '../session/session.ts'
import { filingBodies } from '../taxonomy/procedure.ts'

export const fileRecordFields = {
  bodies: {
    ...rows(
      text('备案单位', 'Bodies'),
      {
        body: { ...choice(text('备案单位', 'Body'), filingBodies), first: () => 'department' },
        name: line(text('单位名称', 'Name of the body')),
      },
      1,
      10,
    ),
    add: text('再加一个备案单位', 'Add another body'),
    tight: true,
    // A returned record goes to the same ones again.
    first: ({ state }) =>
      state?.filings.at(-1)?.bodies.map(({ body, name }) => ({ body, name })) ?? [{ body: 'township' }],
  },
} satisfies Fields

export const publishOutcomeFields = {
  channels: { ...chosenChannels, first: () => ['website', 'sms'] },
  /** Days it stays up; without it, the county's number. */
  days: {
    ...optional(count(text('公示天数', 'Days'), 1, 365)),
    first: ({ state }) => state?.parameters.publicationDays,
  },
  text: long(text('公示内容', 'Text of the publication'), 1000),
} satisfies Fields

const dayMs = 86_400_000

/** P7: the record is one readable document; what no longer fits into it is not taken. */
export const recordFull: Refusal = ruleRefusal('P7', 'recordFull')

/** P7: the whole course and the outcome are filed in writing with named bodies. */
export function fileRecord(state: Consultation, command: Values<typeof fileRecordFields>): Decision {
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
  command: Values<typeof publishOutcomeFields>,
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
