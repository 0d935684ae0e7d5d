import * as z from 'zod'
import { stampShape } from '../consultation/stamp.ts'

/** P9g: what the township stopped or corrected, and on which ground. */
export const correctionShape = z.object({
  ...stampShape,
  kind: z.enum(['suspended', 'corrected', 'lifted']),
  ground: z.string(),
  text: z.string(),
})

export const correctionsShape = { corrections: z.array(correctionShape) }

export type CorrectionState = z.infer<z.ZodObject<typeof correctionsShape>>

export const noCorrections: CorrectionState = { corrections: [] }

/** P9g: whether the township has stopped the outcome and not let it go on. */
export const isSuspended = ({ corrections }: CorrectionState): boolean => corrections.at(-1)?.kind === 'suspended'
