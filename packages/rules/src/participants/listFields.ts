import { text } from '@xieshang/kernel'
import * as z from 'zod'
import { identifier, mostSeats } from '../consultation/primitives.ts'
import { choice, exception, type Fields, group, known, line, schemaOf, tick } from '../fields/index.ts'
import { keysOf, namesOf } from '../taxonomy/keys.ts'
import { type ParticipantClass, participantCategories, participantClasses } from '../taxonomy/participants.ts'
import { compositionGap } from './composition.ts'

const personId = identifier(40)

/** Everybody on the register of the place: of these classes and categories where they are named, without some. */
export const everybodySchema = z.strictObject({
  classes: z
    .array(z.enum(keysOf(participantClasses)))
    .min(1)
    .max(30)
    .optional(),
  categories: z
    .array(z.enum(keysOf(participantCategories)))
    .min(1)
    .max(30)
    .optional(),
  except: z.array(personId).max(mostSeats).default([]),
})

export type Everybody = z.output<typeof everybodySchema>

const seatFields = {
  /** Id of a person on the register. */
  person: known(personId),
  category: choice(text('代表类别', 'Category'), namesOf(participantCategories)),
  class: choice(text('主体类型', 'Class'), namesOf(participantClasses)),
  /** Whether the seat votes; without it, as its class usually does. */
  votes: { ...tick(text('参加表决', 'Votes')), schema: z.boolean().optional() },
}

type NamedSeat = { readonly class?: unknown }

/** Whether S1 misses something on a list, once there is anybody on it. */
function hasGap(seats: unknown): boolean {
  const classes = ((seats ?? []) as readonly NamedSeat[]).map(({ class: kind }) => kind as ParticipantClass)
  return classes.length > 0 && compositionGap(classes) !== undefined
}

export const fixParticipantsFields = {
  /** The four factors the list rests on (P2a). */
  basis: group(text('确定依据', 'Basis'), {
    nature: line(text('议题性质', 'Nature'), 300),
    interests: line(text('利益关系', 'Interests'), 300),
    complexity: line(text('复杂程度', 'Complexity'), 300),
    scope: line(text('影响范围', 'Scope'), 300),
  }),
  /** Either persons by name … */
  seats: {
    input: 'people',
    of: seatFields,
    label: text('勾选参加的人', 'Tick who takes part'),
    optional: false,
    schema: z
      .array(schemaOf(seatFields))
      .min(1)
      // More than a list takes, so that who sends more is told how many they were and what to do.
      .max(4 * mostSeats)
      .optional(),
    when: ({ everybody }) => everybody === undefined,
  },
  /** … or whoever the register of the place has. */
  everybody: {
    input: 'beside',
    label: text('全部登记人员', 'Everybody on the register'),
    optional: true,
    schema: everybodySchema.optional(),
  },
  /** Why the list goes on without the composition that S1 asks for. */
  exception: {
    ...exception,
    // Whom the register has is not said, so that a form cannot know.
    when: ({ seats, everybody }) => everybody !== undefined || hasGap(seats),
  },
} satisfies Fields
