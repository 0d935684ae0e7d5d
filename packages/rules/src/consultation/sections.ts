import type { CommandType } from './commands.ts'
import type { ConsultationEvent } from './event.ts'
import type { Section } from './meaning.ts'
import { meanings } from './meanings.ts'

/**
 * What an officer had before their eyes when they gave a command: if somebody else changed that meanwhile, they look
 * again. Additive commands rest on nothing that others could have changed, and name no section.
 */
export const sectionsOfCommand: Readonly<Record<CommandType, readonly Section[]>> = {
  registerTopic: ['topic'],
  returnTopic: ['topic'],
  resubmitTopic: ['topic'],
  setProcedure: ['topic'],
  fixParticipants: ['topic', 'participants'],
  issueNotice: ['participants', 'notice'],
  recordTelling: [],
  recordPosting: [],
  reportPosting: [],
  answerOpinion: [],
  chooseForms: ['participants', 'forms'],
  addItem: ['items'],
  reviseItem: ['items'],
  openSession: ['session'],
  takeAttendance: ['participants', 'session'],
  recordDiscussion: [],
  closeSession: ['session'],
  openRound: ['participants', 'notice', 'items', 'session', 'voting'],
  enterHands: ['voting'],
  confirmHands: ['voting'],
  enterPapers: ['voting'],
  confirmPapers: ['voting'],
  closeRound: ['voting'],
  countRound: ['voting'],
  fileRecord: ['voting', 'assembly', 'record', 'correction'],
  answerFiling: ['record'],
  publishOutcome: ['record', 'publication', 'correction'],
  escalate: ['voting', 'assembly', 'record'],
  recordAssembly: ['assembly'],
  markMajor: ['major'],
  recordMajorStep: ['major'],
  addTask: ['items', 'tasks', 'correction'],
  reportProgress: [],
  urgeTask: [],
  reportToCommissioner: ['reports'],
  recordAnswer: ['reports'],
  recordDissent: [],
  explainDissent: [],
  suspendOutcome: ['record', 'publication', 'correction'],
  correctOutcome: ['record', 'publication', 'correction'],
  liftSuspension: ['record', 'publication', 'correction'],
  reportToSupervisors: [],
  remark: [],
  nameSupervisors: ['supervision'],
  publishProgress: [],
  closeCase: ['record', 'publication', 'major', 'tasks', 'progress', 'reports', 'dissents', 'correction', 'closing'],
  promoteModel: ['closing'],
}

/** Of some events those that change what a command of this type rests on. */
export const touching = (type: CommandType, events: readonly ConsultationEvent[]): readonly ConsultationEvent[] =>
  events.filter((event) => meanings[event.type].sections.some((section) => sectionsOfCommand[type].includes(section)))
