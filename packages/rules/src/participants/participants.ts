import type { Context, PersonFact } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { mostSeats } from '../consultation/primitives.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import type { Values } from '../fields/index.ts'
import { participantClasses } from '../taxonomy/participants.ts'
import { compositionGap, compositionOf } from './composition.ts'
import type { Everybody, fixParticipantsFields } from './listFields.ts'
import { seatSet } from './seatSet.ts'
import type { ListedSeat } from './state.ts'

export type FixParticipants = Values<typeof fixParticipantsFields>

type Registered = Pick<PersonFact, 'class' | 'category'> & { readonly id: string }

/** Tells of a person of the register whether it is among those that are meant. */
export function meantBy({ classes, categories, except }: Everybody): (person: Registered) => boolean {
  const without = new Set(except)
  return ({ id, category, class: kind }) =>
    (classes?.includes(kind) ?? true) && (categories?.includes(category) ?? true) && !without.has(id)
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
