export { actsOpenTo, entryActsOf, entryStatusOf, kindSpecOf, readersOf } from './acts.ts'
export { type EntryCard, entryCardOf, type Timing, timingOf } from './card.ts'
export {
  type CouncilCount,
  type CouncilQuarter,
  type CouncilState,
  councilQuarter,
  councilYear,
  countCouncils,
  type HeldCouncils,
} from './council.ts'
export * from './decideEntry.ts'
export * from './entry.ts'
export * from './fromCity.ts'
export type { ActSpec, KindSpec, Shown } from './kind.ts'
export { mayConvene } from './kinds/hearing.ts'
export { resultOfReview } from './kinds/review.ts'
export { paymentsOf } from './kinds/subsidy.ts'
export { opinionsOf } from './kinds/talk.ts'
export { bookingsOf, clash } from './kinds/venue.ts'
export { type EntryKind, entryGroups, entryKinds } from './kinds.ts'
export { type Ledger, ledgerOf, type SubsidyCategory, subsidyCategories } from './ledger.ts'
export { type ReviewLine, reviewResults } from './reviewLines.ts'
export { type Grade, grades, type ReviewResult, reviewResult, reviewScheme } from './reviewResult.ts'
export { type SharedEntry, sharedEntryOf, sharedEntrySchema, sharedKinds, shownSchema } from './shared.ts'
export { declaredOf, entryOpennessOf, entryVersionOf, upcastEntry } from './written.ts'
