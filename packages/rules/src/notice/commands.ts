import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import {
  answerOpinion,
  answerOpinionFields,
  issueNotice,
  issueNoticeFields,
  recordTelling,
  recordTellingFields,
} from './notice.ts'
import { recordPosting, recordPostingFields, reportPosting, reportPostingFields } from './posting.ts'

export const noticeCommands = {
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
} as const
