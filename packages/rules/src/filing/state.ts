import * as z from 'zod'
import { type Stamp, stampShape } from '../consultation/stamp.ts'
import { keysOf } from '../taxonomy/keys.ts'
import type { FilingBody } from '../taxonomy/procedure.ts'
import { filingResults } from './results.ts'

/** P7: what a body that a record was filed with said of it. */
export const filingAnswerShape = z.object({ ...stampShape, result: z.enum(keysOf(filingResults)), note: z.string() })

type FilingAnswer = z.infer<typeof filingAnswerShape>

export type Filing = Stamp & {
  readonly bodies: readonly { readonly body: FilingBody; readonly name: string; readonly answer?: FilingAnswer }[]
}

export type FilingState = { readonly filings: readonly Filing[] }

export const noFilings: FilingState = { filings: [] }

/** P7: whether the record stands as filed. One that a body returned is open again until it is filed anew. */
export function isFiled({ filings }: FilingState): boolean {
  const latest = filings.at(-1)
  return latest !== undefined && !latest.bodies.some(({ answer }) => answer?.result === 'returned')
}
