import { onlineSeatsOf } from '@xieshang/rules'
import { chosen, seatChannel } from './declare.ts'
import { renderSms } from './sms/render.ts'

/** P3a, P6a, P8, E1: each on the list gets one SMS with their personal link. */
export const sms = seatChannel('sms', {
  tells: {
    NoticeIssued: {
      when: chosen('sms'),
      step: 'deliveries',
      whom: () => 'everybody',
      says: ({ data: { meeting } }, about) => renderSms({ kind: 'notice', ...about, meeting }).text,
    },
    RoundOpened: {
      when: ({ data }) => data.method === 'online',
      // Nobody is called to a vote before there is a ballot.
      step: 'ballots',
      whom: ({ data }, list) => onlineSeatsOf(list, data),
      says: ({ data: { closesAt } }, about) =>
        renderSms({ kind: 'ballot', ...about, ...(closesAt !== undefined && { closesAt }) }).text,
    },
    CaseClosed: {
      when: ({ data }) => data.announced === true,
      step: 'deliveries',
      whom: () => 'everybody',
      says: (_event, about) => renderSms({ kind: 'ended', ...about }).text,
    },
    OutcomePublished: {
      when: chosen('sms'),
      step: 'deliveries',
      whom: () => 'everybody',
      says: (_event, about) => renderSms({ kind: 'outcome', ...about }).text,
    },
  },
  does: 'sends SMS',
  queue: { seconds: 20, receives: 5 },
  sender: { by: 'phone' },
  receipts: {
    function: 'tracking',
    does: 'keeps what became of each SMS',
    attributes: { kind: 'receipts' },
    queue: { seconds: 20, receives: 10 },
    waits: [2, 5, 20],
  },
})
