import { text } from '@xieshang/kernel'
import type * as z from 'zod'
import {
  addItem,
  addItemFields,
  chooseForms,
  chooseFormsFields,
  recordDiscussion,
  recordDiscussionFields,
  reviseItem,
  reviseItemFields,
} from '../deliberation/deliberation.ts'
import { followUpCommands } from '../followUp/commands.ts'
import {
  answerOpinion,
  answerOpinionFields,
  issueNotice,
  issueNoticeFields,
  recordTelling,
  recordTellingFields,
} from '../notice/notice.ts'
import { recordPosting, recordPostingFields, reportPosting, reportPostingFields } from '../notice/posting.ts'
import { fixParticipantsFields } from '../participants/listFields.ts'
import { fixParticipants } from '../participants/participants.ts'
import { fileRecord, fileRecordFields, publishOutcome, publishOutcomeFields } from '../record/record.ts'
import {
  closeSession,
  closeSessionFields,
  openSession,
  openSessionFields,
  takeAttendance,
  takeAttendanceFields,
} from '../session/session.ts'
import { registerTopic, resubmitTopic, returnTopic, setProcedure } from '../topic/topic.ts'
import {
  registerTopicFields,
  resubmitTopicFields,
  returnTopicFields,
  setProcedureFields,
} from '../topic/topicFields.ts'
import { closeRound, countRound } from '../voting/closing.ts'
import { confirmHands, enterHands, enterHandsFields } from '../voting/hands.ts'
import { openRound } from '../voting/opening.ts'
import { enterPapersFields } from '../voting/paperFields.ts'
import { confirmPapers, enterPapers } from '../voting/papers.ts'
import { closeRoundFields, openRoundFields } from '../voting/roundFields.ts'
import { command } from './spec.ts'

/** Every command on an existing consultation: its schema, its clause, who may give it, and its rule. */
export const commands = {
  registerTopic: command('P1b', text('备案议题', 'Register the topic'), registerTopicFields, registerTopic, {
    rests: ['topic'],
  }),
  returnTopic: command('P1b', text('退回议题', 'Return the topic'), returnTopicFields, returnTopic, {
    rests: ['topic'],
  }),
  resubmitTopic: command('P1b', text('重新提出议题', 'Resubmit the topic'), resubmitTopicFields, resubmitTopic, {
    needs: ['catalogue'],
    rests: ['topic'],
  }),
  setProcedure: command('P9e', text('确定跨社区协商程序', 'Set the steps'), setProcedureFields, setProcedure, {
    verb: 'direct',
    rests: ['topic'],
  }),
  fixParticipants: command(
    'P2a',
    text('确定协商主体', 'Fix the participants'),
    fixParticipantsFields,
    fixParticipants,
    { needs: ['people'], rests: ['topic', 'participants'] },
  ),
  issueNotice: command('P3a', text('发出告知', 'Issue the notice'), issueNoticeFields, issueNotice, {
    rests: ['participants', 'notice'],
  }),
  recordTelling: command('P3a', text('登记入户告知', 'Record who was told'), recordTellingFields, recordTelling, {
    needs: ['photo'],
    additive: true,
  }),
  recordPosting: command('P3a', text('登记张贴', 'Record what was put up'), recordPostingFields, recordPosting, {
    needs: ['photo'],
    additive: true,
    afterClosing: true,
  }),
  reportPosting: command('P3a', text('系统发布', 'Put up by the system'), reportPostingFields, reportPosting, {
    verb: 'operate',
    additive: true,
    afterClosing: true,
  }),
  answerOpinion: command('P3b', text('答复意见', 'Answer an opinion'), answerOpinionFields, answerOpinion, {
    needs: ['opinion'],
    additive: true,
    afterClosing: true,
  }),
  chooseForms: command('P4', text('确定协商形式', 'Choose the form'), chooseFormsFields, chooseForms, {
    rests: ['participants', 'forms'],
  }),
  addItem: command('P5a', text('新增协商条目', 'Add an item'), addItemFields, addItem, { rests: ['items'] }),
  reviseItem: command('P5b', text('补充完善条目', 'Revise an item'), reviseItemFields, reviseItem, {
    rests: ['items'],
  }),
  openSession: command('P5a', text('开始会议', 'Open a session'), openSessionFields, openSession, {
    rests: ['session'],
  }),
  takeAttendance: command('P6b', text('登记到会', 'Take attendance'), takeAttendanceFields, takeAttendance, {
    rests: ['participants', 'session'],
  }),
  recordDiscussion: command(
    'P5a',
    text('记录讨论', 'Record the discussion'),
    recordDiscussionFields,
    recordDiscussion,
    {
      additive: true,
    },
  ),
  closeSession: command('P5a', text('结束会议', 'Close the session'), closeSessionFields, closeSession, {
    rests: ['session'],
  }),
  openRound: command('P6a', text('开始表决', 'Open the vote'), openRoundFields, openRound, {
    needs: ['seats', 'seal'],
    rests: ['participants', 'notice', 'items', 'session', 'voting'],
  }),
  enterHands: command('P6a', text('录入举手票数', 'Enter the hand count'), enterHandsFields, enterHands, {
    rests: ['voting'],
  }),
  confirmHands: command('P6a', text('复核举手票数', 'Confirm the hand count'), enterHandsFields, confirmHands, {
    needs: ['seats'],
    rests: ['voting'],
  }),
  enterPapers: command('P6a', text('录入纸质票', 'Enter the paper ballots'), enterPapersFields, enterPapers, {
    rests: ['voting'],
  }),
  confirmPapers: command('P6a', text('复核纸质票', 'Confirm the paper ballots'), enterPapersFields, confirmPapers, {
    needs: ['seats', 'papers'],
    rests: ['voting'],
  }),
  closeRound: command('P6a', text('结束投票', 'Close the vote'), closeRoundFields, closeRound, {
    verb: 'close',
    rests: ['voting'],
  }),
  countRound: command('P6c', text('计票', 'Count the vote'), closeRoundFields, countRound, {
    verb: 'operate',
    needs: ['seats', 'ballots', 'papers'],
    rests: ['voting'],
  }),
  fileRecord: command('P7', text('备案协商成果', 'File the record'), fileRecordFields, fileRecord, {
    rests: ['voting', 'assembly', 'record', 'correction'],
  }),
  publishOutcome: command('P8', text('公示协商成果', 'Publish the outcome'), publishOutcomeFields, publishOutcome, {
    afterClosing: true,
    rests: ['record', 'publication', 'correction'],
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
