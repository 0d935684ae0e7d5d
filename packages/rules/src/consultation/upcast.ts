import { versionsOf } from '@xieshang/kernel'
import { archiveVersions } from '../archive/versions.ts'
import { noticeVersions } from '../notice/versions.ts'
import { participantsVersions } from '../participants/versions.ts'
import { sessionVersions } from '../session/versions.ts'
import { topicVersions } from '../topic/versions.ts'
import { votingVersions } from '../voting/versions.ts'
import type { ConsultationEvent, EventData, EventType } from './event.ts'

/** An event as it lies in the table: of any version that was ever written. */
export type WrittenEvent = Omit<ConsultationEvent, 'data' | 'v'> & { readonly v: number; readonly data: unknown }

const versions = versionsOf<EventType>({
  ...archiveVersions,
  ...topicVersions,
  ...participantsVersions,
  ...noticeVersions,
  ...sessionVersions,
  ...votingVersions,
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
