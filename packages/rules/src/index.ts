export {
  type Actor,
  addDays,
  clockOf,
  dayOf,
  type Language,
  may,
  officerRoles,
  type Quarter,
  quarterOf,
  quarterPattern,
  quartersOf,
  type Role,
  roles,
  type Text,
  text,
  type Verb,
} from '@xieshang/kernel'
export type * from './affairs/index.ts'
export { type End, ends } from './archive/ends.ts'
export type { Moment } from './archive/owed.ts'
export { archiveShape } from './archive/state.ts'
export * from './assembly/kinds.ts'
export { assemblyShape, type Escalation } from './assembly/state.ts'
export * from './catalogue/base.ts'
export * from './catalogue/county.ts'
export * from './consultation/by.ts'
export type * from './consultation/commands.ts'
export type * from './consultation/context.ts'
export * from './consultation/event.ts'
export { events } from './consultation/events.ts'
export { evolve, fold } from './consultation/evolve.ts'
export type { Consequence, Kept, Paged } from './consultation/meaning.ts'
export { consequencesOf, keptWith, pagedAfter } from './consultation/meanings.ts'
export { opennessOf } from './consultation/openness.ts'
export * from './consultation/primitives.ts'
export type { Refusal } from './consultation/refusal.ts'
export { type Stage, stages } from './consultation/section.ts'
export type * from './consultation/stamp.ts'
export type * from './consultation/state.ts'
export { upcast, versionOf, type WrittenEvent } from './consultation/upcast.ts'
export { correctionShape, correctionsShape, isSuspended } from './correction/state.ts'
export type * from './deliberation/state.ts'
export { dissentCount, explainedCount, unexplained } from './dissents/days.ts'
export { type Dissent, type Dissents, dissentShape, dissentsShape } from './dissents/state.ts'
export * from './duties/consultation.ts'
export * from './duties/duty.ts'
export type * from './duties/facts.ts'
export * from './duties/owed.ts'
export { type PlaceFacts, placeDuties } from './duties/place.ts'
export {
  type Choosable,
  consultationsIn,
  type Field,
  type Fields,
  type Ground,
  schemaOf,
  type Values,
  yuanOf,
} from './fields/index.ts'
export * from './filing/results.ts'
export { type Filing, filingAnswerShape, isFiled } from './filing/state.ts'
export * from './indicators/asking.ts'
export * from './indicators/indicators.ts'
export * from './indicators/summary.ts'
export { isMajor, type MajorRecord, majorShape, nextMajorStep } from './major/state.ts'
export { officialAccountFields } from './notice/officialAccount.ts'
export { isPosted, type PostedChannel, postedChannels, postingTasks } from './notice/posted.ts'
export * from './notice/sms.ts'
export type * from './notice/state.ts'
export { leastGroup, openQuarter, quarterCount } from './opendata/count.ts'
export { openDataCsv } from './opendata/csv.ts'
export { type CountedFacts, countedFactsOf } from './opendata/facts.ts'
export { mayPublishQuarter } from './opendata/publish.ts'
export {
  type Dimension,
  type Measure,
  type OpenQuarter,
  openDataDimensions,
  openDataMeasures,
  openQuarterSchema,
} from './opendata/quarter.ts'
export { publishQuarterFields } from './opendata/quarterField.ts'
export * from './parameters/bounds.ts'
export * from './parameters/major.ts'
export * from './parameters/parameters.ts'
export * from './parameters/periods.ts'
export * from './parameters/set.ts'
export { majorityBaseLabel, majorityBases, majorStepsLabel, setParametersFields } from './parameters/setFields.ts'
export * from './participants/applications.ts'
export { type Composition, compositionGap } from './participants/composition.ts'
export { possibleDuplicates } from './participants/duplicates.ts'
export type { Everybody } from './participants/listFields.ts'
export { type FixParticipants, meantBy, seatsOf } from './participants/participants.ts'
export { newPersonFields, newPersonSchema } from './participants/person.ts'
export { type PagedSeat, pagedSeat, pagesOf, seatsOnPage, seatsPerPage } from './participants/seatPages.ts'
export { inSet, noSeats, type SeatSet, seatSet, seatsIn, sizeOf } from './participants/seatSet.ts'
export type * from './participants/state.ts'
export * from './participants/templates.ts'
export { maskPhone, phoneInput } from './phone/phone.ts'
export type { Next, NextAct } from './progress/next.ts'
export type { Progress, StageProgress } from './progress/progress.ts'
export { owesPublication, type Publication } from './publication/state.ts'
export * from './reports/answers.ts'
export { reportsShape } from './reports/state.ts'
export { openSessionOf, type Session } from './session/state.ts'
export * from './settings/dated.ts'
export { settingOpenness } from './settings/openness.ts'
export { supervisionShape } from './supervision/state.ts'
export * from './tasks/kinds.ts'
export { type Task, tasksShape, withoutTask } from './tasks/state.ts'
export { type ClauseId, clauses } from './taxonomy/clauses.ts'
export * from './taxonomy/keys.ts'
export * from './taxonomy/participants.ts'
export * from './taxonomy/procedure.ts'
export { sameName } from './text/readable.ts'
export type { RefusalCode } from './texts/refusals.ts'
export type * from './topic/state.ts'
export type { ProposeTopic } from './topic/topic.ts'
export * from './voting/arithmetic.ts'
export { type CastBallot, castBallotSchema, choicesProblem, noBallotProblem } from './voting/ballot.ts'
export { onlineSeatsOf, papersOf, staysUnopened, votingSeatsOf } from './voting/count.ts'
export { leastBallots } from './voting/secret.ts'
export { type BallotShape, shapeFrom, shapeText } from './voting/shape.ts'
export type * from './voting/state.ts'
export { tallyOf } from './voting/tally.ts'
