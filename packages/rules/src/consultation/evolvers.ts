import { archiveEvolvers } from '../archive/evolve.ts'
import { notTakenUp } from '../archive/state.ts'
import { assemblyEvolvers } from '../assembly/evolve.ts'
import { noEscalations } from '../assembly/state.ts'
import { correctionEvolvers } from '../correction/evolve.ts'
import { noCorrections } from '../correction/state.ts'
import { deliberationEvolvers } from '../deliberation/evolve.ts'
import { noItems } from '../deliberation/state.ts'
import { dissentsEvolvers } from '../dissents/evolve.ts'
import { noDissents } from '../dissents/state.ts'
import { filingEvolvers } from '../filing/evolve.ts'
import { noFilings } from '../filing/state.ts'
import { majorEvolvers } from '../major/evolve.ts'
import { noMajorRecords } from '../major/state.ts'
import { noticeEvolvers } from '../notice/evolve.ts'
import { noNotices } from '../notice/state.ts'
import { participantsEvolvers } from '../participants/evolve.ts'
import { publicationEvolvers } from '../publication/evolve.ts'
import { noPublications } from '../publication/state.ts'
import { reportsEvolvers } from '../reports/evolve.ts'
import { noReports } from '../reports/state.ts'
import { sessionEvolvers } from '../session/evolve.ts'
import { noSessions } from '../session/state.ts'
import { supervisionEvolvers } from '../supervision/evolve.ts'
import { noSupervision } from '../supervision/state.ts'
import { tasksEvolvers } from '../tasks/evolve.ts'
import { noTasks } from '../tasks/state.ts'
import { topicEvolvers } from '../topic/evolve.ts'
import { votingEvolvers } from '../voting/evolve.ts'
import { noRounds } from '../voting/state.ts'
import type { EventData, EventType } from './event.ts'
import type { Evolvers } from './evolver.ts'

/** What every event after the proposal changes. */
export const evolvers: Evolvers<Omit<EventData, 'TopicProposed'>> = {
  ...topicEvolvers,
  ...participantsEvolvers,
  ...noticeEvolvers,
  ...deliberationEvolvers,
  ...sessionEvolvers,
  ...votingEvolvers,
  ...filingEvolvers,
  ...publicationEvolvers,
  ...assemblyEvolvers,
  ...majorEvolvers,
  ...tasksEvolvers,
  ...reportsEvolvers,
  ...dissentsEvolvers,
  ...supervisionEvolvers,
  ...correctionEvolvers,
  ...archiveEvolvers,
}

/** What every room holds of a consultation that was just proposed. */
export const nothingYet = {
  ...noNotices,
  ...noItems,
  ...noSessions,
  ...noRounds,
  ...noFilings,
  ...noPublications,
  ...noEscalations,
  ...noMajorRecords,
  ...noTasks,
  ...noReports,
  ...noDissents,
  ...noSupervision,
  ...noCorrections,
  ...notTakenUp,
}

/** Every type of event there is. */
export const eventTypes: readonly EventType[] = ['TopicProposed', ...(Object.keys(evolvers) as EventType[])]
