import * as z from 'zod'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { itemNumber, prose, sessionNumber, words } from '../consultation/primitives.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { isFiled } from '../followUp/guards.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { forms } from '../taxonomy/procedure.ts'
import type { Round } from '../voting/state.ts'
import type { Item } from './state.ts'

export const chooseFormsSchema = z.strictObject({
  forms: z
    .array(z.enum(keysOf(forms)))
    .min(1)
    .max(11),
})

const aspect = prose(1000).default('')

const itemFields = {
  title: words(80),
  /** The six aspects of P5a; the problem and its solution are needed, the others may follow. */
  aspects: z.strictObject({
    problem: words(1000),
    manifestation: aspect,
    impact: aspect,
    cause: aspect,
    solution: words(1000),
    cautions: aspect,
  }),
}

export const addItemSchema = z.strictObject(itemFields)
export const reviseItemSchema = z.strictObject({ item: itemNumber, ...itemFields })
export const recordDiscussionSchema = z.strictObject({ session: sessionNumber, item: itemNumber, text: words(5000) })

const isUnderVote = (rounds: readonly Round[], item: number) =>
  rounds.some((r) => r.status !== 'closed' && r.items.includes(item))

export const findItem = (state: Consultation, item: number): Item | undefined =>
  state.items.find((i) => i.item === item)

/** P4: one or more of the eleven forms, changeable until the record is filed. */
export function chooseForms(state: Consultation, command: z.infer<typeof chooseFormsSchema>): Decision {
  if (state.list === undefined) return refuse(stateRefusal('P4', 'notListed'))
  if (isFiled(state)) return refuse(stateRefusal('P4', 'alreadyFiled'))
  return accept({ type: 'FormsChosen', data: { forms: [...new Set(command.forms)] } })
}

/** P5a: a point that is deliberated and voted on its own. */
export function addItem(state: Consultation, command: z.infer<typeof addItemSchema>): Decision {
  if (state.registered === undefined) return refuse(stateRefusal('P5a', 'notRegistered'))
  if (isFiled(state)) return refuse(stateRefusal('P5a', 'alreadyFiled'))
  if (state.items.length >= 100) return refuse(ruleRefusal('P5a', 'tooManyItems'))
  return accept({ type: 'ItemAdded', data: { item: state.items.length + 1, ...command } })
}

/** P5b: an open or failed item is supplemented and comes up again; its revisions stay. */
export function reviseItem(state: Consultation, command: z.infer<typeof reviseItemSchema>): Decision {
  const item = findItem(state, command.item)
  if (item === undefined)
    return refuse(ruleRefusal('P5b', 'itemUnknown', { field: 'item', params: { item: command.item } }))
  if (item.status === 'passed')
    return refuse(stateRefusal('P5b', 'itemPassed', { field: 'item', params: { item: command.item } }))
  if (isUnderVote(state.rounds, command.item))
    return refuse(stateRefusal('P5b', 'itemUnderVote', { field: 'item', params: { item: command.item } }))
  if (isFiled(state)) return refuse(stateRefusal('P5b', 'alreadyFiled'))
  return accept({ type: 'ItemRevised', data: { ...command, revision: item.revision + 1 } })
}

/** P5a: what was said on an item in a session. */
export function recordDiscussion(state: Consultation, command: z.infer<typeof recordDiscussionSchema>): Decision {
  if (findItem(state, command.item) === undefined)
    return refuse(ruleRefusal('P5a', 'itemUnknown', { field: 'item', params: { item: command.item } }))
  const session = state.sessions.find((s) => s.session === command.session)
  if (session === undefined) return refuse(ruleRefusal('P5a', 'sessionUnknown', { field: 'session' }))
  if (isFiled(state)) return refuse(stateRefusal('P5a', 'alreadyFiled'))
  return accept({ type: 'DiscussionRecorded', data: command })
}
