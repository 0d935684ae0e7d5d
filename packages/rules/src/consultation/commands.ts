import { text } from '@xieshang/kernel'
import type * as z from 'zod'
import {
  addItem,
  addItemSchema,
  chooseForms,
  chooseFormsSchema,
  recordDiscussion,
  recordDiscussionSchema,
  reviseItem,
  reviseItemSchema,
} from '../deliberation/deliberation.ts'
import { followUpCommands } from '../followUp/commands.ts'
import {
  answerOpinion,
  answerOpinionSchema,
  issueNotice,
  issueNoticeSchema,
  recordTelling,
  recordTellingSchema,
} from '../notice/notice.ts'
import { recordPosting, recordPostingSchema, reportPosting, reportPostingSchema } from '../notice/posting.ts'
import { fixParticipants, fixParticipantsSchema } from '../participants/participants.ts'
import { fileRecord, fileRecordSchema, publishOutcome, publishOutcomeSchema } from '../record/record.ts'
import {
  closeSession,
  closeSessionSchema,
  openSession,
  openSessionSchema,
  takeAttendance,
  takeAttendanceSchema,
} from '../session/session.ts'
import {
  registerTopic,
  registerTopicSchema,
  resubmitTopic,
  resubmitTopicSchema,
  returnTopic,
  returnTopicSchema,
  setProcedure,
  setProcedureSchema,
} from '../topic/topic.ts'
import { confirmHands, enterHands, enterHandsSchema } from '../voting/hands.ts'
import { confirmPapers, enterPapers, enterPapersSchema } from '../voting/papers.ts'
import { closeRound, closeRoundSchema, countRound, openRound, openRoundSchema } from '../voting/round.ts'
import { command } from './spec.ts'

/** Every command on an existing consultation: its schema, its clause, who may give it, and its rule. */
export const commands = {
  registerTopic: command('P1b', text('备案议题', 'Register the topic'), registerTopicSchema, registerTopic),
  returnTopic: command('P1b', text('退回议题', 'Return the topic'), returnTopicSchema, returnTopic),
  resubmitTopic: command('P1b', text('重新提出议题', 'Resubmit the topic'), resubmitTopicSchema, resubmitTopic, {
    needs: ['catalogue'],
  }),
  setProcedure: command('P9e', text('确定跨社区协商程序', 'Set the steps'), setProcedureSchema, setProcedure, {
    verb: 'direct',
  }),
  fixParticipants: command(
    'P2a',
    text('确定协商主体', 'Fix the participants'),
    fixParticipantsSchema,
    fixParticipants,
    { needs: ['people'] },
  ),
  issueNotice: command('P3a', text('发出告知', 'Issue the notice'), issueNoticeSchema, issueNotice),
  recordTelling: command('P3a', text('登记入户告知', 'Record who was told'), recordTellingSchema, recordTelling, {
    needs: ['photo'],
    additive: true,
  }),
  recordPosting: command('P3a', text('登记张贴', 'Record what was put up'), recordPostingSchema, recordPosting, {
    needs: ['photo'],
    additive: true,
    afterClosing: true,
  }),
  reportPosting: command('P3a', text('系统发布', 'Put up by the system'), reportPostingSchema, reportPosting, {
    verb: 'operate',
    additive: true,
    afterClosing: true,
  }),
  answerOpinion: command('P3b', text('答复意见', 'Answer an opinion'), answerOpinionSchema, answerOpinion, {
    needs: ['opinion'],
    additive: true,
    afterClosing: true,
  }),
  chooseForms: command('P4', text('确定协商形式', 'Choose the form'), chooseFormsSchema, chooseForms),
  addItem: command('P5a', text('新增协商条目', 'Add an item'), addItemSchema, addItem),
  reviseItem: command('P5b', text('补充完善条目', 'Revise an item'), reviseItemSchema, reviseItem),
  openSession: command('P5a', text('开始会议', 'Open a session'), openSessionSchema, openSession),
  takeAttendance: command('P6b', text('登记到会', 'Take attendance'), takeAttendanceSchema, takeAttendance),
  recordDiscussion: command(
    'P5a',
    text('记录讨论', 'Record the discussion'),
    recordDiscussionSchema,
    recordDiscussion,
    {
      additive: true,
    },
  ),
  closeSession: command('P5a', text('结束会议', 'Close the session'), closeSessionSchema, closeSession),
  openRound: command('P6a', text('开始表决', 'Open the vote'), openRoundSchema, openRound, {
    needs: ['seats', 'seal'],
  }),
  enterHands: command('P6a', text('录入举手票数', 'Enter the hand count'), enterHandsSchema, enterHands),
  confirmHands: command('P6a', text('复核举手票数', 'Confirm the hand count'), enterHandsSchema, confirmHands, {
    needs: ['seats'],
  }),
  enterPapers: command('P6a', text('录入纸质票', 'Enter the paper ballots'), enterPapersSchema, enterPapers),
  confirmPapers: command('P6a', text('复核纸质票', 'Confirm the paper ballots'), enterPapersSchema, confirmPapers, {
    needs: ['seats', 'papers'],
  }),
  closeRound: command('P6a', text('结束投票', 'Close the vote'), closeRoundSchema, closeRound, {
    verb: 'close',
  }),
  countRound: command('P6c', text('计票', 'Count the vote'), closeRoundSchema, countRound, {
    verb: 'operate',
    needs: ['seats', 'ballots', 'papers'],
  }),
  fileRecord: command('P7', text('备案协商成果', 'File the record'), fileRecordSchema, fileRecord),
  publishOutcome: command('P8', text('公示协商成果', 'Publish the outcome'), publishOutcomeSchema, publishOutcome, {
    afterClosing: true,
  }),
  ...followUpCommands,
} as const

export type CommandType = keyof typeof commands

export type CommandBody<T extends CommandType> = z.output<(typeof commands)[T]['schema']>

/** A command as the rules take it: its type and its validated body. */
export type Command = { [T in CommandType]: { readonly type: T; readonly body: CommandBody<T> } }[CommandType]

/** `registerTopic` ↔ `register-topic`, as the API's paths spell it. */
export const commandPath = (type: CommandType): string => type.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)

const byPath = new Map(Object.keys(commands).map((type) => [commandPath(type as CommandType), type as CommandType]))

export const commandTypeOf = (path: string): CommandType | undefined => byPath.get(path)
