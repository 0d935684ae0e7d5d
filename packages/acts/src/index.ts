export { type Act, type ActOutcome, commandOf } from './act.ts'
export { type Acts, openActs } from './consultations.ts'
export { openCounting } from './counting.ts'
export type { EntryOutcome } from './entries.ts'
