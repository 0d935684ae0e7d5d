import type { ActOutcome } from '@xieshang/acts'
import { Problem } from '@xieshang/http'
import type { Places } from '@xieshang/kernel'
import { type Actor, type Consultation, type ConsultationEvent, toldTo } from '@xieshang/rules'
import type { CountyStore } from '@xieshang/store'

/** A consultation as an officer reads it, with the places it lies in, from the county down. */
export const viewOf = (consultation: Consultation, reader: Actor, places: Places, pending?: Pending) => ({
  consultation: toldTo(consultation, reader),
  place: places.pathOf(consultation.division).filter(({ kind }) => kind !== 'city'),
  ...(pending !== undefined && { pending }),
})

/** P6a: papers of a secret round that were entered twice would tell by the difference what the last envelope said. */
const dataTold = ({ type, data }: ConsultationEvent) => (type === 'PapersEntered' ? { ...data, counts: [] } : data)

/** An event as an officer reads it, without the number that its actor signs in by. */
export const eventView = (event: ConsultationEvent) => ({
  ...{ number: event.number, type: event.type, at: event.at },
  by: { name: event.by.name, role: event.by.role, division: event.by.division },
  data: dataTold(event),
  ...(event.exceptions !== undefined && event.exceptions.length > 0 && { exceptions: event.exceptions }),
})

type Pending = { readonly seats: number; readonly of: number }

/** What still goes on by itself. A list of one page is made before it is answered, so nobody looks. */
export async function pendingOf(
  { participants }: Pick<CountyStore, 'participants'>,
  { id, list }: Consultation,
): Promise<Pending | undefined> {
  if (list === undefined || list.pages.length < 2) return undefined
  const seats = await participants.pending(id, list)
  return seats === 0 ? undefined : { seats, of: list.listed }
}

const changesFor = (events: readonly ConsultationEvent[], reader: Actor) =>
  events.map(({ number, type, at, by }) => ({ number, type, at, by: by.name, own: by.sub === reader.sub }))

/** What is written into an answer when an act did not go through. */
export function doneOrProblem(outcome: ActOutcome, actor: Actor): Consultation {
  switch (outcome.kind) {
    case 'done':
      return outcome.state
    case 'missing':
      throw Problem.of('notFound')
    case 'keyReused':
      throw Problem.of('keyReused')
    case 'refused': {
      const { refusal, version, own = [] } = outcome
      throw Problem.refused(refusal, {
        ...(version > 0 && { version }),
        ...(own.length > 0 && { changes: changesFor(own, actor) }),
      })
    }
    case 'changed':
      throw Problem.of('changed', {
        version: outcome.version,
        changes: changesFor(outcome.changes, actor),
      })
  }
}
