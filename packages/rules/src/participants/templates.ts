import { text } from '@xieshang/kernel'
import type * as z from 'zod'
import { mostSeats } from '../consultation/primitives.ts'
import { choice, count, type Fields, hinted, line, optional, rows, schemaOf } from '../fields/index.ts'
import { namesOf } from '../taxonomy/keys.ts'
import { type ParticipantCategory, type ParticipantClass, participantClasses } from '../taxonomy/participants.ts'

/** “6+X”: six fixed groups on every list, and X, whom the matter itself concerns. */
export const templateFields = {
  name: line(text('模板名称', 'Name of the template'), 40),
  groups: {
    ...rows(
      text('固定的几类人', 'The fixed groups'),
      {
        class: choice(text('主体类型', 'Class'), namesOf(participantClasses)),
        /** How many of the class, at most; all of them where it is left out. */
        count: hinted(
          optional(count(text('人数', 'How many'), 1, mostSeats)),
          text('不填就是全部', 'all of them where empty'),
        ),
      },
      1,
      20,
    ),
    tight: true,
    order: true,
  },
} satisfies Fields

export const templateSchema = schemaOf(templateFields)

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
