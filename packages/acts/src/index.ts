export { type Act, type ActOutcome, type Acts, commandOf, openActs } from './consultations.ts'
export { openCounting } from './counting.ts'
export { type EntryOutcome, openEntryActs } from './entries.ts'
export { makePage } from './pages.ts'
