import { text } from '@xieshang/kernel'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { choice, type Fields, line, rows, type Values } from '../fields/index.ts'
import { openSessionOf } from '../session/state.ts'
import { filingBodies } from '../taxonomy/procedure.ts'
import { isFiled } from './state.ts'

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

/** P7: the record is one readable document; what no longer fits into it is not taken. */
export const recordFull: Refusal = ruleRefusal('P7', 'recordFull')

/** Why the record cannot be filed now, whatever bodies it goes to. */
export function filingProblem(state: Consultation): Refusal | undefined {
  if (isFiled(state)) return stateRefusal('P7', 'alreadyFiled')
  const counted =
    state.rounds.some((r) => r.status === 'closed') || state.escalations.some(({ vote }) => vote !== undefined)
  if (!counted) return stateRefusal('P7', 'noTally')
  if (state.rounds.some((r) => r.status !== 'closed')) return stateRefusal('P7', 'roundOpen')
  if (openSessionOf(state) !== undefined) return stateRefusal('P7', 'sessionOpen')
  const open = state.items.find((i) => i.status === 'open')
  if (open !== undefined) return stateRefusal('P7', 'itemStillOpen', { params: { item: open.item } })
  return state.escalations.some(({ vote }) => vote === undefined) ? stateRefusal('P9d', 'escalationOpen') : undefined
}

/** P7: the whole course and the outcome are filed in writing with named bodies. */
export function fileRecord(state: Consultation, command: Values<typeof fileRecordFields>): Decision {
  const problem = filingProblem(state)
  return problem === undefined ? accept({ type: 'RecordFiled', data: command }) : refuse(problem)
}
