import type { Evolvers } from '../consultation/evolver.ts'
import type { NoticeEvents } from './events.ts'

export const noticeEvolvers: Evolvers<NoticeEvents> = {
  NoticeIssued: (state, data, stamp) => ({ step: 'notified', notices: [...state.notices, { ...stamp, ...data }] }),
  TellingRecorded: (state, data, stamp) => ({ tellings: [...state.tellings, { ...stamp, ...data }] }),
  PostingRecorded: (state, data, stamp) => ({ postings: [...state.postings, { ...stamp, ...data }] }),
  OpinionAnswered: (state, { feedback }, stamp) =>
    feedback === true
      ? { feedbackAnswered: state.feedbackAnswered + 1 }
      : { opinionsAnswered: state.opinionsAnswered + 1, lastOpinionAnswer: stamp.at },
}
