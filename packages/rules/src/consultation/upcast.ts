import { from, versionsOf } from '@xieshang/kernel'
import { findMatter } from '../catalogue/base.ts'
import { type KeptParameters, wholeParameters } from '../parameters/parameters.ts'
import { seatSet } from '../participants/seatSet.ts'
import type { ListedSeat } from '../participants/state.ts'
import type { Topic } from '../topic/state.ts'
import type { Papers } from '../voting/state.ts'
import type { ClosedRound, ConsultationEvent, EventData, EventType } from './event.ts'

/** An event as it lies in the table: of any version that was ever written. */
export type WrittenEvent = Omit<ConsultationEvent, 'data' | 'v'> & { readonly v: number; readonly data: unknown }

type RoundOpened1 = Omit<EventData['RoundOpened'], 'paper' | 'untold'> & {
  readonly paper?: readonly number[]
  readonly untold: readonly number[]
}

type ParticipantsFixed1 = Pick<EventData['ParticipantsFixed'], 'basis' | 'residents' | 'composition'> & {
  readonly seats: readonly ListedSeat[]
}

type TellingRecorded1 = Omit<EventData['TellingRecorded'], 'seats'> & { readonly seats: readonly number[] }
type AttendanceTaken1 = Omit<EventData['AttendanceTaken'], 'present'> & { readonly present: readonly number[] }
type PapersEntered1 = { readonly round: number } & Papers
type RoundClosed1 = Pick<EventData['RoundClosed'], 'round' | 'tally'> &
  Pick<ClosedRound, 'seats'> &
  Partial<Pick<ClosedRound, 'dissents'>>

type Topic1 = Omit<Topic, 'asFiled'> & Partial<Pick<Topic, 'asFiled'>>
type TopicProposed1 = Omit<EventData['TopicProposed'], 'parameters' | 'topic'> & {
  readonly topic: Topic1
  readonly parameters?: KeptParameters
}

/** Before counties had catalogues of their own, topics were filed under the policy's. */
function filed(topic: Topic1): Topic {
  const asFiled = topic.asFiled ?? findMatter(topic.matter)
  if (asFiled === undefined) throw new Error(`Nobody ever filed a topic under ${topic.matter}`)
  return { ...topic, asFiled }
}

const versions = versionsOf<EventType>({
  // 2: all parameters, and what the catalogue says of the matter.
  TopicProposed: [
    from<TopicProposed1, EventData['TopicProposed']>(({ topic, parameters, ...data }) => ({
      ...data,
      topic: filed(topic),
      parameters: wholeParameters(parameters),
    })),
  ],
  TopicResubmitted: [from<{ topic: Topic1 }, EventData['TopicResubmitted']>(({ topic }) => ({ topic: filed(topic) }))],
  // 2: no person in the event; the seats lie on pages of their own, and those of version 1 on their own items alone.
  ParticipantsFixed: [
    from<ParticipantsFixed1, EventData['ParticipantsFixed']>(({ basis, seats, residents, composition }) => ({
      basis,
      listed: seats.length,
      nonVoting: seatSet(seats.filter(({ votes }) => !votes).map(({ seat }) => seat)),
      residents,
      composition,
      pages: [],
    })),
  ],
  // 2: seats as sets, which no longer grow with the list.
  TellingRecorded: [
    from<TellingRecorded1, EventData['TellingRecorded']>((data) => ({ ...data, seats: seatSet(data.seats) })),
  ],
  AttendanceTaken: [
    from<AttendanceTaken1, EventData['AttendanceTaken']>((data) => ({ ...data, present: seatSet(data.present) })),
  ],
  RoundOpened: [
    from<RoundOpened1, EventData['RoundOpened']>(({ paper, untold, ...data }) => ({
      ...data,
      untold: seatSet(untold),
      ...(paper !== undefined && { paper: seatSet(paper) }),
    })),
  ],
  // 2: who returned one as a set; the named ballots and their words lie on pages beside the event.
  PapersEntered: [
    from<PapersEntered1, EventData['PapersEntered']>(({ round, ballots, returned, counts }) => ({
      round,
      returned: seatSet([...returned, ...ballots.map(({ seat }) => seat)]),
      counts,
      pages: [],
      ...(ballots.length > 0 && { kept: ballots }),
    })),
  ],
  // 2: what each seat was, and the words, lie in pages and items beside the event.
  RoundClosed: [
    from<RoundClosed1, EventData['RoundClosed']>(({ seats, dissents = [], ...data }) => ({
      ...data,
      pages: [],
      dissents: dissents.length,
      kept: { seats, dissents },
    })),
  ],
})

/** The version in which events of a type are written today. */
export const versionOf = versions.today

/**
 * An event as today's code knows it, whatever version it was written in. The store calls it wherever it reads one.
 * @throws Error when the event is of a version that is not known yet, which only an older program can meet
 */
export function upcast(written: WrittenEvent): ConsultationEvent {
  const { type, v, data } = written
  return {
    ...written,
    v: versionOf(type),
    data: versions.read(type, v, data) as EventData[typeof type],
  } as ConsultationEvent
}
