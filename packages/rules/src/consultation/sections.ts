import type { CommandType } from './commands.ts'
import type { ConsultationEvent, EventType } from './event.ts'

/** Parts of a consultation that two people may work on at once without disturbing each other. */
export type Section =
  | 'topic'
  | 'participants'
  | 'notice'
  | 'tellings'
  | 'postings'
  | 'answers'
  | 'forms'
  | 'items'
  | 'discussions'
  | 'session'
  | 'voting'
  | 'assembly'
  | 'record'
  | 'publication'
  | 'major'
  | 'tasks'
  | 'progress'
  | 'reports'
  | 'dissents'
  | 'supervision'
  | 'remarks'
  | 'bulletins'
  | 'correction'
  | 'closing'
  | 'again'

/** What each kind of event changes. A new kind of event needs its sections here. */
export const sectionsOfEvent: Readonly<Record<EventType, readonly Section[]>> = {
  TopicProposed: ['topic'],
  ProcedureSet: ['topic'],
  TopicReturned: ['topic'],
  TopicResubmitted: ['topic'],
  TopicRegistered: ['topic'],
  ParticipantsFixed: ['participants'],
  NoticeIssued: ['notice'],
  TellingRecorded: ['tellings'],
  PostingRecorded: ['postings'],
  OpinionAnswered: ['answers'],
  FormsChosen: ['forms'],
  ItemAdded: ['items'],
  ItemRevised: ['items'],
  SessionOpened: ['session'],
  AttendanceTaken: ['session'],
  DiscussionRecorded: ['discussions'],
  SessionClosed: ['session'],
  RoundOpened: ['voting'],
  HandsEntered: ['voting'],
  HandsConfirmed: ['voting'],
  PapersEntered: ['voting'],
  PapersConfirmed: ['voting'],
  RoundClosing: ['voting'],
  RoundClosed: ['voting', 'items', 'dissents'],
  RecordFiled: ['record'],
  FilingAnswered: ['record'],
  OutcomePublished: ['publication'],
  Escalated: ['assembly'],
  AssemblyVoted: ['assembly', 'items'],
  MarkedMajor: ['major'],
  MajorStepRecorded: ['major'],
  TaskAdded: ['tasks'],
  ProgressReported: ['progress'],
  TaskUrged: ['progress'],
  CommissionerReported: ['reports'],
  CommissionerAnswered: ['reports'],
  DissentRecorded: ['dissents'],
  DissentExplained: ['dissents'],
  OutcomeCorrected: ['correction'],
  SupervisionNoted: ['remarks'],
  SupervisorsNamed: ['supervision'],
  ProgressPublished: ['bulletins'],
  CaseClosed: ['closing'],
  ModelPromoted: ['closing'],
  TakenUpAgain: ['again'],
}

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
  events.filter((event) => sectionsOfEvent[event.type].some((section) => sectionsOfCommand[type].includes(section)))
