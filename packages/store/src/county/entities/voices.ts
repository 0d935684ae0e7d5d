import type { ApplicationState, By } from '@xieshang/rules'
import { map, number, oneOf, optional, place, text, textSet, word } from '../../entities/attributes.ts'
import { entity } from '../../entities/entity.ts'

/**
 * What a seat wrote before the vote, or after the outcome, with its answer. Its id begins with the seat in four digits,
 * so that a seat reads its own by their prefix.
 * @personal the name, and whatever is written
 * @by resident, officer
 * @reads its seat: all of its own
 * @reads officers: a page of the index, the newest first
 * @reads the record: all
 * @stream the page of its seat is counted anew
 */
export const opinion = entity({
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
  stream: {
    change: ({ consultation }, values) => ({ kind: 'touched', consultation, seat: values().seat }),
  },
})

/**
 * Which feedback an event answered: what everybody may read of it.
 * @by officer
 * @reads everybody: a page, the last answered first
 */
export const answeredFeedback = entity({
  key: ['CASE#{consultation}', 'FEEDBACK#{event:6}'],
  attributes: { opinion: text },
})

/**
 * That a resident wants to take part, by the hash of the applicant’s secret (S4).
 * @personal name and reason; the number encrypted for the mailbox, then masked and marked
 * @by resident, officer
 * @reads the applicant: one
 * @reads officers: a page of the index of those who wait or were decided on
 * @reads the record: all
 */
export const application = entity({
  key: ['FACTS#{consultation}', 'APPLICATION#{application}'],
  index: { lists: ['APPLICATIONS#{consultation}#{which}', '{at}#APPLICATION#{application}'] },
  attributes: {
    name: text,
    why: text,
    village: place,
    dropped: text,
    phone: optional(text),
    phoneMark: optional(text),
    at: text,
    state: word<ApplicationState>(),
    decision: optional(
      map<{ readonly at: string; readonly by: By; readonly reason: string; readonly person?: string }>(),
    ),
  },
})

/**
 * The secret that came of an application, for who sends it again.
 * @personal sealed under what only the applicant sent
 * @by resident
 * @reads the same application again: one
 * @expires a week after it was sent
 */
export const applicationKey = entity({
  key: ['FACTS#{consultation}', 'KEY#{hash}'],
  attributes: { sealed: text, expiresAt: number },
})

/**
 * Which applications came with one number, by its keyed hash.
 * @by officer
 * @reads the list of applications: those of a page
 */
export const applicantMark = entity({
  key: ['FACTS#{consultation}', 'MARK#{mark}'],
  attributes: { applications: textSet },
})

/**
 * Until when what a caller without a name did is paid off, by a keyed hash of caller and day.
 * @by resident
 * @reads nobody: every use is one conditional write
 * @expires a day after it is paid off
 */
export const rate = entity({
  key: ['FACTS#RATE#{caller}', 'RATE'],
  attributes: { until: number, expiresAt: number },
})
