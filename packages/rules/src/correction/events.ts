import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'

export type CorrectionEvents = {
  OutcomeCorrected: { kind: 'suspended' | 'corrected' | 'lifted'; ground: string; text: string }
}

export const correctionEvents: Words<CorrectionEvents> = {
  OutcomeCorrected: happened(['correction'], text('依法处理成果', 'acted on the outcome by law')),
}
