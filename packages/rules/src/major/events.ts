import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'
import type { Unstamped } from '../consultation/stamp.ts'
import type { MajorRecord } from './state.ts'

export type MajorEvents = {
  MarkedMajor: { reason: string }
  MajorStepRecorded: Unstamped<MajorRecord>
}

export const majorEvents: Words<MajorEvents> = {
  MarkedMajor: happened(['major'], text('列为五议两公开事项', 'marked it as a major matter')),
  MajorStepRecorded: happened(['major'], text('登记五议两公开', 'recorded a step of the five deliberations')),
}
