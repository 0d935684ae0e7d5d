import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'
import type { Unstamped } from '../consultation/stamp.ts'
import type { FilingResult } from './results.ts'
import type { Filing } from './state.ts'

export type FilingEvents = {
  RecordFiled: Unstamped<Filing>
  FilingAnswered: { body: number; result: FilingResult; note: string }
}

export const filingEvents: Words<FilingEvents> = {
  RecordFiled: happened(['record'], text('备案成果', 'filed the record')),
  FilingAnswered: happened(['record'], text('登记备案答复', 'answered the filing')),
}
