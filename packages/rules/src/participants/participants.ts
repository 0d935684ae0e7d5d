import { text } from '@xieshang/kernel'
import * as z from 'zod'
import type { Context, PersonFact } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { identifier, mostSeats } from '../consultation/primitives.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { choice, exception, type Fields, group, known, line, schemaOf, tick, type Values } from '../fields/index.ts'
import { keysOf, namesOf } from '../taxonomy/keys.ts'
import {
  type ParticipantClass,
  participantCategories,
  participantClasses,
  participantGroups,
} from '../taxonomy/participants.ts'
import type { RefusalCode } from '../texts/refusals.ts'
import type { Composition } from './composition.ts'
import { seatSet } from './seatSet.ts'
import type { ListedSeat } from './state.ts'

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

const classesIn = (seats: unknown) =>
  ((seats ?? []) as readonly NamedSeat[]).map(({ class: kind }) => kind as ParticipantClass)

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
    when: ({ seats }) => compositionGap(classesIn(seats)) !== undefined,
  },
} satisfies Fields

export type FixParticipants = Values<typeof fixParticipantsFields>

type Registered = Pick<PersonFact, 'class' | 'category'> & { readonly id: string }

/** Tells of a person of the register whether it is among those that are meant. */
export function meantBy({ classes, categories, except }: Everybody): (person: Registered) => boolean {
  const without = new Set(except)
  return ({ id, category, class: kind }) =>
    (classes?.includes(kind) ?? true) && (categories?.includes(category) ?? true) && !without.has(id)
}

/** What S1 misses on a list of classes, if anything. */
export function compositionGap(classes: readonly ParticipantClass[]): RefusalCode | undefined {
  if (!classes.includes('partyOrganisation')) return 'partyMissing'
  if (!classes.includes('committee')) return 'committeeMissing'
  const residents = classes.filter((c) => participantClasses[c].resident).length
  if (residents === 0) return 'residentsMissing'
  if (residents * 2 <= classes.length) return 'residentsNotMajority'
  return undefined
}

/** S3: how many seats each of the four groups has. */
export function compositionOf(seats: readonly Pick<ListedSeat, 'category'>[]): Composition {
  const count = (group: string) => seats.filter((s) => participantCategories[s.category].group === group).length
  const [representatives, units, professionals, volunteers] = keysOf(participantGroups).map(count)
  return {
    representatives: representatives ?? 0,
    units: units ?? 0,
    professionals: professionals ?? 0,
    volunteers: volunteers ?? 0,
  }
}

type Named = NonNullable<FixParticipants['seats']>

/** Whom the command names: one by one, or as the register has them. */
function namedBy({ seats, everybody }: FixParticipants, people: Context['people']): Named | Refusal {
  if ((seats === undefined) === (everybody === undefined)) return ruleRefusal('P2a', 'listedOneWay', { field: 'seats' })
  if (seats !== undefined) return seats
  const all = [...(people ?? [])].map(([person, fact]) => ({ person, category: fact.category, class: fact.class }))
  return all.length === 0 ? ruleRefusal('P2a', 'nobodyMeant', { field: 'everybody' }) : all
}

/**
 * P2a, P2b: the seats that a command asks for, numbered in the order given, or what is wrong with them.
 * @param people the persons it names, or all whom it means, by id and in the order of the register
 */
export function seatsOf(
  state: Consultation,
  command: FixParticipants,
  people: Context['people'],
): readonly ListedSeat[] | Refusal {
  const named = namedBy(command, people)
  if ('clause' in named) return named
  if (named.length > mostSeats)
    return command.seats === undefined
      ? ruleRefusal('P2a', 'tooManyMeant', { field: 'everybody', params: { most: mostSeats } })
      : ruleRefusal('P2a', 'listTooLong', { field: 'seats', params: { count: named.length, most: mostSeats } })
  const places = state.villages ?? [state.division]
  const seen = new Set<string>()
  const seats: ListedSeat[] = []
  for (const [index, entry] of named.entries()) {
    const field = `seats.${index}`
    const person = people?.get(entry.person)
    if (person === undefined) return ruleRefusal('P2a', 'personUnknown', { field: `${field}.person` })
    // Whose register it is decides who is read from it: of others not even the name is said.
    if (!places.includes(person.division)) return ruleRefusal('P2a', 'personElsewhere', { field: `${field}.person` })
    const { name } = person
    if (seen.has(entry.person)) return ruleRefusal('P2a', 'personTwice', { field: `${field}.person`, params: { name } })
    seen.add(entry.person)
    const kind = participantClasses[entry.class]
    const votes = entry.votes ?? kind.votes
    if (kind.kind === 'third' && votes)
      return ruleRefusal('P2b', 'thirdPartyVotes', { field: `${field}.votes`, params: { name } })
    seats.push({
      seat: index + 1,
      person: entry.person,
      name,
      category: entry.category,
      class: entry.class,
      votes,
    })
  }
  return seats
}

/** P2a, P2b, S1, S3: the list of participants is fixed on a recorded basis. Its seats lie on pages of their own. */
export function fixParticipants(state: Consultation, command: FixParticipants, context: Context): Decision {
  if (state.step !== 'registered') return refuse(stateRefusal('P2a', 'notRegistered'))
  const seats = seatsOf(state, command, context.people)
  if ('clause' in seats) return refuse(seats)
  if (context.pages === undefined) throw new Error('fixParticipants needs the pages of its seats')
  const gap = compositionGap(seats.map((s) => s.class))
  const field = command.seats === undefined ? 'everybody' : 'seats'
  if (gap !== undefined && command.exception === undefined) return refuse(ruleRefusal('S1', gap, { field }))
  return accept({
    type: 'ParticipantsFixed',
    data: {
      basis: command.basis,
      listed: seats.length,
      nonVoting: seatSet(seats.filter((s) => !s.votes).map((s) => s.seat)),
      residents: seats.filter((s) => participantClasses[s.class].resident).length,
      composition: compositionOf(seats),
      pages: context.pages,
    },
    exceptions:
      gap !== undefined && command.exception !== undefined ? [{ clause: 'S1', reason: command.exception }] : [],
  })
}
