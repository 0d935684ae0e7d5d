import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'
import type { Unstamped } from '../consultation/stamp.ts'
import type { Notice, Posting, Telling } from './state.ts'

export type NoticeEvents = {
  NoticeIssued: Unstamped<Notice>
  TellingRecorded: Unstamped<Telling>
  PostingRecorded: Unstamped<Posting>
  /** P3b, and P11a where what was answered is feedback. */
  OpinionAnswered: { opinion: string; text: string; feedback?: true }
}

export const noticeEvents: Words<NoticeEvents> = {
  NoticeIssued: happened(['notice'], text('发出告知', 'issued the notice')),
  TellingRecorded: happened(['tellings'], text('登记告知', 'recorded who was told')),
  PostingRecorded: happened(['postings'], text('登记张贴、发布', 'recorded what was put up')),
  OpinionAnswered: happened(['answers'], text('答复意见', 'answered an opinion')),
}
