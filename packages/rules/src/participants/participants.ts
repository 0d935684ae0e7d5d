import * as z from 'zod'
import type { Composition, Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { exceptionReason, words } from '../consultation/primitives.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation, ListedSeat } from '../consultation/state.ts'
import { keysOf } from '../taxonomy/keys.ts'
import {
  type ParticipantClass,
  participantCategories,
  participantClasses,
  participantGroups,
} from '../taxonomy/participants.ts'

export const fixParticipantsSchema = z.strictObject({
  /** The four factors the list rests on (P2a). */
  basis: z.strictObject({ nature: words(300), interests: words(300), complexity: words(300), scope: words(300) }),
  seats: z
    .array(
      z.strictObject({
        /** Id of a person on the register. */
        person: z.string().min(1).max(40),
        category: z.enum(keysOf(participantCategories)),
        class: z.enum(keysOf(participantClasses)),
        /** Whether the seat votes; without it, as its class usually does. */
        votes: z.boolean().optional(),
        /** Why somebody from outside the place is on the list (P2a). */
        outsiderReason: words(200).optional(),
      }),
    )
    .min(1)
    .max(1000),
  /** Why the list goes on without the composition that S1 asks for. */
  exception: exceptionReason.optional(),
})

export type FixParticipants = z.infer<typeof fixParticipantsSchema>

/** What S1 misses on a list of classes, if anything: a code of `texts/refusals.ts`. */
export function compositionGap(classes: readonly ParticipantClass[]): string | undefined {
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

/** P2a, P2b, S1, S3: the list of participants is fixed on a recorded basis. Seats are numbered in the order given. */
export function fixParticipants(state: Consultation, command: FixParticipants, context: Context): Decision {
  if (state.step !== 'registered') return refuse(stateRefusal('P2a', 'notRegistered'))
  const places = state.villages ?? [state.division]
  const seen = new Map<string, number>()
  const seats: ListedSeat[] = []
  for (const [index, entry] of command.seats.entries()) {
    const field = `seats.${index}`
    const person = context.people?.get(entry.person)
    if (person === undefined) return refuse(ruleRefusal('P2a', 'personUnknown', { field: `${field}.person` }))
    if (seen.has(entry.person))
      return refuse(ruleRefusal('P2a', 'personTwice', { field: `${field}.person`, params: { name: person.name } }))
    seen.set(entry.person, index)
    const kind = participantClasses[entry.class]
    const votes = entry.votes ?? kind.votes
    if (kind.kind === 'third' && votes)
      return refuse(ruleRefusal('P2b', 'thirdPartyVotes', { field: `${field}.votes`, params: { name: person.name } }))
    const outsider = !places.includes(person.division)
    if (outsider && entry.outsiderReason === undefined)
      return refuse(
        ruleRefusal('P2a', 'outsiderNeedsReason', { field: `${field}.outsiderReason`, params: { name: person.name } }),
      )
    seats.push({
      seat: index + 1,
      person: entry.person,
      name: person.name,
      category: entry.category,
      class: entry.class,
      votes,
      ...(outsider && entry.outsiderReason !== undefined && { outsiderReason: entry.outsiderReason }),
    })
  }
  const gap = compositionGap(seats.map((s) => s.class))
  if (gap !== undefined && command.exception === undefined) return refuse(ruleRefusal('S1', gap, { field: 'seats' }))
  return accept({
    type: 'ParticipantsFixed',
    data: {
      basis: command.basis,
      seats,
      residents: seats.filter((s) => participantClasses[s.class].resident).length,
      composition: compositionOf(seats),
    },
    exceptions: [
      ...(gap !== undefined && command.exception !== undefined ? [{ clause: 'S1', reason: command.exception }] : []),
      ...seats.flatMap((s) =>
        s.outsiderReason === undefined ? [] : [{ clause: 'P2a', reason: `${s.name}：${s.outsiderReason}` }],
      ),
    ],
  })
}
