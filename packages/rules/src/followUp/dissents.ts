import * as z from 'zod'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { itemNumber, prose, words } from '../consultation/primitives.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'

export const recordDissentSchema = z.strictObject({ item: itemNumber, words: words(500), name: prose(40).default('') })
export const explainDissentSchema = z.strictObject({ dissent: z.int().min(1).max(2000), text: words(1000) })

const mostDissents = 1000

/** P9f: an opposing opinion that was said rather than written on a ballot. */
export function recordDissent(state: Consultation, command: z.infer<typeof recordDissentSchema>): Decision {
  if (!state.items.some(({ item }) => item === command.item))
    return refuse(ruleRefusal('P9f', 'itemUnknown', { field: 'item', params: { item: command.item } }))
  if (state.dissents.length >= mostDissents) return refuse(ruleRefusal('P9f', 'tooManyDissents'))
  const { name, ...dissent } = command
  return accept({
    type: 'DissentRecorded',
    data: { dissent: state.dissents.length + 1, ...dissent, ...(name !== '' && { name }) },
  })
}

/** P9f: each opposing opinion is explained to who holds it. */
export function explainDissent(state: Consultation, command: z.infer<typeof explainDissentSchema>): Decision {
  const dissent = state.dissents.find((one) => one.dissent === command.dissent)
  if (dissent === undefined) return refuse(ruleRefusal('P9f', 'dissentUnknown', { field: 'dissent' }))
  if (dissent.explanation !== undefined) return refuse(stateRefusal('P9f', 'dissentExplained'))
  return accept({ type: 'DissentExplained', data: command })
}
