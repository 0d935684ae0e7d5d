import { text } from '@xieshang/kernel'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { itemNumber, sessionNumber } from '../consultation/primitives.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import {
  type Fields,
  type Ground,
  group,
  known,
  line,
  long,
  longOrNone,
  oneItem,
  several,
  type Values,
} from '../fields/index.ts'
import { isFiled } from '../filing/state.ts'
import { type Aspect, aspects, forms } from '../taxonomy/procedure.ts'
import type { Round } from '../voting/state.ts'
import type { Item } from './state.ts'
import { suggestForms } from './suggest.ts'

export const chooseFormsFields = {
  forms: {
    ...several(text('协商形式', 'Form'), forms),
    first: ({ state }) => (state === undefined || state.forms.length > 0 ? state?.forms : suggestForms(state)),
  },
} satisfies Fields

const itemOf = ({ state, known: { item } }: Ground) => state?.items.find((one) => one.item === item)
const aspect = (name: Aspect) => ({
  ...longOrNone(aspects[name]),
  first: (ground: Ground) => itemOf(ground)?.aspects[name],
})
/** The problem and its solution are needed, the other aspects may follow. */
const neededAspect = (name: Aspect) => ({
  ...long(aspects[name], 1000),
  first: (ground: Ground) => itemOf(ground)?.aspects[name],
})

export const addItemFields = {
  title: { ...line(text('条目', 'Item')), first: (ground: Ground) => itemOf(ground)?.title },
  /** The six aspects of P5a. */
  aspects: group(text('六个方面', 'Six aspects'), {
    problem: neededAspect('problem'),
    manifestation: aspect('manifestation'),
    impact: aspect('impact'),
    cause: aspect('cause'),
    solution: neededAspect('solution'),
    cautions: aspect('cautions'),
  }),
} satisfies Fields

export const reviseItemFields = { item: known(itemNumber), ...addItemFields } satisfies Fields
export const recordDiscussionFields = {
  session: known(sessionNumber),
  item: oneItem(),
  text: long(text('讨论记录', 'Discussion'), 5000),
} satisfies Fields

/** Whether a round that is not counted yet asks about an item. */
export const isUnderVote = (rounds: readonly Round[], item: number) =>
  rounds.some((r) => r.status !== 'closed' && r.items.includes(item))

export const findItem = (state: Consultation, item: number): Item | undefined =>
  state.items.find((i) => i.item === item)

/** Why no form can be chosen now. */
export function formsProblem(state: Consultation): Refusal | undefined {
  if (state.list === undefined) return stateRefusal('P4', 'notListed')
  return isFiled(state) ? stateRefusal('P4', 'alreadyFiled') : undefined
}

/** P4: one or more of the eleven forms, changeable until the record is filed. */
export function chooseForms(state: Consultation, command: Values<typeof chooseFormsFields>): Decision {
  const problem = formsProblem(state)
  return problem === undefined
    ? accept({ type: 'FormsChosen', data: { forms: [...new Set(command.forms)] } })
    : refuse(problem)
}

/** Why no item can be added now, whatever it says. */
export function itemsProblem(state: Consultation): Refusal | undefined {
  if (state.registered === undefined) return stateRefusal('P5a', 'notRegistered')
  return isFiled(state) ? stateRefusal('P5a', 'alreadyFiled') : undefined
}

/** P5a: a point that is deliberated and voted on its own. */
export function addItem(state: Consultation, command: Values<typeof addItemFields>): Decision {
  const problem = itemsProblem(state)
  if (problem !== undefined) return refuse(problem)
  if (state.items.length >= 100) return refuse(ruleRefusal('P5a', 'tooManyItems'))
  return accept({ type: 'ItemAdded', data: { item: state.items.length + 1, ...command } })
}

/** P5b: an open or failed item is supplemented and comes up again; its revisions stay. */
export function reviseItem(state: Consultation, command: Values<typeof reviseItemFields>): Decision {
  const item = findItem(state, command.item)
  if (item === undefined)
    return refuse(ruleRefusal('P5b', 'itemUnknown', { field: 'item', params: { item: command.item } }))
  if (item.status === 'passed')
    return refuse(stateRefusal('P5b', 'itemPassed', { field: 'item', params: { item: command.item } }))
  if (item.withdrawn !== undefined)
    return refuse(stateRefusal('P5b', 'itemWithdrawn', { field: 'item', params: { item: command.item } }))
  if (isUnderVote(state.rounds, command.item))
    return refuse(stateRefusal('P5b', 'itemUnderVote', { field: 'item', params: { item: command.item } }))
  if (isFiled(state)) return refuse(stateRefusal('P5b', 'alreadyFiled'))
  return accept({ type: 'ItemRevised', data: { ...command, revision: item.revision + 1 } })
}

/** P5a: what was said on an item in a session. */
export function recordDiscussion(state: Consultation, command: Values<typeof recordDiscussionFields>): Decision {
  if (findItem(state, command.item) === undefined)
    return refuse(ruleRefusal('P5a', 'itemUnknown', { field: 'item', params: { item: command.item } }))
  const session = state.sessions.find((s) => s.session === command.session)
  if (session === undefined) return refuse(ruleRefusal('P5a', 'sessionUnknown', { field: 'session' }))
  if (isFiled(state)) return refuse(stateRefusal('P5a', 'alreadyFiled'))
  return accept({ type: 'DiscussionRecorded', data: command })
}
