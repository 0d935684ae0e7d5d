import { archiveEvents } from '../archive/events.ts'
import { assemblyEvents } from '../assembly/events.ts'
import { correctionEvents } from '../correction/events.ts'
import { deliberationEvents } from '../deliberation/events.ts'
import { dissentsEvents } from '../dissents/events.ts'
import { filingEvents } from '../filing/events.ts'
import { majorEvents } from '../major/events.ts'
import { noticeEvents } from '../notice/events.ts'
import { participantsEvents } from '../participants/events.ts'
import { publicationEvents } from '../publication/events.ts'
import { reportsEvents } from '../reports/events.ts'
import { sessionEvents } from '../session/events.ts'
import { supervisionEvents } from '../supervision/events.ts'
import { tasksEvents } from '../tasks/events.ts'
import { topicEvents } from '../topic/events.ts'
import { votingEvents } from '../voting/events.ts'
import type { EventType } from './event.ts'
import type { Happened } from './happened.ts'

/** Every kind of event: the sections it changes, and its words. */
export const events: Readonly<Record<EventType, Happened>> = {
  ...topicEvents,
  ...participantsEvents,
  ...noticeEvents,
  ...deliberationEvents,
  ...sessionEvents,
  ...votingEvents,
  ...filingEvents,
  ...publicationEvents,
  ...assemblyEvents,
  ...majorEvents,
  ...tasksEvents,
  ...reportsEvents,
  ...dissentsEvents,
  ...supervisionEvents,
  ...correctionEvents,
  ...archiveEvents,
}
