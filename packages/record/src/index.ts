export type { Block } from './content/blocks.ts'
export { type RecordContent, recordContent } from './content.ts'
export { buildRecord } from './document.ts'
export type { RecordInput, RecordOpinion, RecordSeat } from './input.ts'
