import * as z from 'zod'
import { mostSeats, words } from '../consultation/primitives.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { type ParticipantCategory, type ParticipantClass, participantClasses } from '../taxonomy/participants.ts'

/** “6+X”: six fixed groups on every list, and X, whom the matter itself concerns. */
export const templateSchema = z.strictObject({
  name: words(40),
  groups: z
    .array(
      z.strictObject({
        class: z.enum(keysOf(participantClasses)),
        /** How many of the class, at most; all of them where it is left out. */
        count: z.int().min(1).max(mostSeats).optional(),
      }),
    )
    .min(1)
    .max(20),
})

export type Template = z.output<typeof templateSchema>

export const defaultTemplate: Template = {
  name: '6+X',
  groups: [
    { class: 'partyOrganisation' },
    { class: 'committee' },
    { class: 'supervisionCommittee' },
    { class: 'residentsGroup' },
    { class: 'collective' },
    { class: 'localResident', count: 20 },
  ],
}

type Listable = {
  readonly id: string
  readonly class: ParticipantClass
  readonly category: ParticipantCategory
}

/** Takes in turn from each category, so that a group of many kinds of people is not filled by the first kind. */
function inTurn<P extends Listable>(people: readonly P[], count: number): P[] {
  const byCategory = new Map<ParticipantCategory, P[]>()
  for (const person of people) byCategory.set(person.category, [...(byCategory.get(person.category) ?? []), person])
  const queues = [...byCategory.values()]
  const longest = Math.max(0, ...queues.map((queue) => queue.length))
  return Array.from({ length: longest }, (_, round) => queues.flatMap((queue) => queue.slice(round, round + 1)))
    .flat()
    .slice(0, count)
}

/**
 * P2a, S3: the fixed groups of a template from a register, in the order of the template. X is left to the officer.
 * The same register gives the same list.
 */
export function fillFromTemplate<P extends Listable>(template: Template, register: readonly P[]): P[] {
  const taken = new Set<string>()
  return template.groups.flatMap(({ class: kind, count }) => {
    const free = register.filter((person) => person.class === kind && !taken.has(person.id))
    const picked = inTurn(free, count ?? free.length)
    for (const { id } of picked) taken.add(id)
    return picked
  })
}
