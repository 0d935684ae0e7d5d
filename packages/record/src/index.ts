export { type Block, type RecordContent, recordContent } from './content.ts'
export { buildRecord } from './document.ts'
export type { RecordInput, RecordOpinion, RecordSeat } from './input.ts'
