import { chosen, placeChannel } from './declare.ts'

/** P3a, P8: the electronic screens of each place that it concerns. */
export const screen = placeChannel('screen', {
  tells: {
    // A notice is of use until its meeting begins, an outcome as long as it is published.
    NoticeIssued: {
      when: chosen('screen'),
      shows: ({ data }) => ({ kind: 'notice', until: data.meeting.at }),
    },
    OutcomePublished: {
      when: chosen('screen'),
      shows: ({ data }) => ({ kind: 'outcome', until: data.until }),
    },
  },
})
