import type { ApplicationState, By } from '@xieshang/rules'
import { map, number, oneOf, optional, text, textSet, word } from '../../entities/attributes.ts'
import { entity } from '../../entities/entity.ts'

/** Its id begins with the seat in four digits, so that a seat reads its own by their prefix. */
export const opinion = entity({
  name: 'opinion',
  key: ['FACTS#{consultation}', 'OPINION#{opinion}'],
  index: { lists: ['OPINIONS#{consultation}#{kind}', '{at}#OPINION#{opinion}'] },
  attributes: {
    kind: optional(oneOf(['opinion', 'feedback'])),
    seat: number,
    name: text,
    text,
    at: text,
    fingerprint: optional(text),
    answer: optional(map<{ readonly text: string; readonly at: string }>()),
  },
  holds: 'what a seat wrote before the vote, or after the outcome, with its answer',
  personal: 'the name, and whatever is written',
  by: ['resident', 'officer'],
  reads: ['its seat: all of its own', 'officers: a page of the index, the newest first', 'the record: all'],
  stream: {
    says: 'the page of its seat is counted anew',
    change: ({ consultation }, values) => ({ kind: 'touched', consultation, seat: values().seat }),
  },
})

export const answeredFeedback = entity({
  name: 'answered feedback',
  key: ['CASE#{consultation}', 'FEEDBACK#{event:6}'],
  attributes: { opinion: text },
  holds: 'which feedback an event answered: what everybody may read of it',
  by: ['officer'],
  reads: ['everybody: a page, the last answered first'],
})

export const application = entity({
  name: 'application',
  key: ['FACTS#{consultation}', 'APPLICATION#{application}'],
  index: { lists: ['APPLICATIONS#{consultation}#{which}', '{at}#APPLICATION#{application}'] },
  attributes: {
    name: text,
    why: text,
    village: text,
    dropped: text,
    phone: optional(text),
    phoneMark: optional(text),
    at: text,
    state: word<ApplicationState>(),
    decision: optional(
      map<{ readonly at: string; readonly by: By; readonly reason: string; readonly person?: string }>(),
    ),
  },
  holds: 'that a resident wants to take part, by the hash of the applicant’s secret (S4)',
  personal: 'name and reason; the number encrypted for the mailbox, then masked and marked',
  by: ['resident', 'officer'],
  reads: [
    'the applicant: one',
    'officers: a page of the index of those who wait or were decided on',
    'the record: all',
  ],
})

export const applicationKey = entity({
  name: 'application key',
  key: ['FACTS#{consultation}', 'KEY#{hash}'],
  attributes: { sealed: text, expiresAt: number },
  holds: 'the secret that came of an application, for who sends it again',
  personal: 'sealed under what only the applicant sent',
  by: ['resident'],
  reads: ['the same application again: one'],
  expires: 'a week after it was sent',
})

export const applicantMark = entity({
  name: 'applicant mark',
  key: ['FACTS#{consultation}', 'MARK#{mark}'],
  attributes: { applications: textSet },
  holds: 'which applications came with one number, by its keyed hash',
  by: ['officer'],
  reads: ['the list of applications: those of a page'],
})

export const rate = entity({
  name: 'rate',
  key: ['FACTS#RATE#{caller}', 'RATE'],
  attributes: { until: number, expiresAt: number },
  holds: 'until when what a caller without a name did is paid off, by a keyed hash of caller and day',
  by: ['resident'],
  reads: ['nobody: every use is one conditional write'],
  expires: 'a day after it is paid off',
})
