import { text } from '@xieshang/kernel'
import { followUpEvents } from '../followUp/events.ts'
import type { EventType } from './event.ts'
import { type Happened, happened } from './happened.ts'

/** Every kind of event: the sections it changes, and its words. */
export const events: Readonly<Record<EventType, Happened>> = {
  TopicProposed: happened(['topic'], text('提出议题', 'proposed the topic')),
  ProcedureSet: happened(['topic'], text('确定跨社区协商程序', 'set the steps')),
  TopicReturned: happened(['topic'], text('退回议题', 'returned the topic')),
  TopicResubmitted: happened(['topic'], text('重新提出议题', 'resubmitted the topic')),
  TopicRegistered: happened(['topic'], text('备案议题', 'registered the topic')),
  ParticipantsFixed: happened(['participants'], text('确定协商主体', 'fixed the participants')),
  NoticeIssued: happened(['notice'], text('发出告知', 'issued the notice')),
  TellingRecorded: happened(['tellings'], text('登记告知', 'recorded who was told')),
  PostingRecorded: happened(['postings'], text('登记张贴、发布', 'recorded what was put up')),
  OpinionAnswered: happened(['answers'], text('答复意见', 'answered an opinion')),
  FormsChosen: happened(['forms'], text('确定协商形式', 'chose the form')),
  ItemAdded: happened(['items'], text('新增条目', 'added an item')),
  ItemRevised: happened(['items'], text('补充完善条目', 'revised an item')),
  SessionOpened: happened(['session'], text('开始会议', 'opened a session')),
  AttendanceTaken: happened(['session'], text('登记到会', 'took attendance')),
  DiscussionRecorded: happened(['discussions'], text('记录讨论', 'noted a discussion')),
  SessionClosed: happened(['session'], text('结束会议', 'closed the session')),
  RoundOpened: happened(['voting'], text('开始表决', 'opened the vote')),
  HandsEntered: happened(['voting'], text('录入票数', 'entered the count')),
  HandsConfirmed: happened(['voting'], text('复核票数', 'confirmed the count')),
  PapersEntered: happened(['voting'], text('录入纸质票', 'entered the paper ballots')),
  PapersConfirmed: happened(['voting'], text('复核纸质票', 'confirmed the paper ballots')),
  RoundClosing: happened(['voting'], text('结束投票', 'closed the vote')),
  RoundClosed: happened(['voting', 'items', 'dissents'], text('计票', 'counted the vote')),
  RecordFiled: happened(['record'], text('备案成果', 'filed the record')),
  OutcomePublished: happened(['publication'], text('公示成果', 'published the outcome')),
  ...followUpEvents,
}
