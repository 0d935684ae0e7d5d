import type { Openness } from '@xieshang/kernel'
import type { EventType } from './event.ts'

const topic = ['matter', 'catalogueVersion', 'asFiled', 'proposers.kind', 'follows'].map((name) => `topic.${name}`)

/**
 * E4: the texts of an event that stand in its chain for ever and for everybody: codes, days, what county or city named.
 * Every other text may say something of a person: what somebody typed, which seats were there, the hash of how few voted,
 * from which it could be guessed. Of those only a commitment is chained, so that they can be destroyed. What is not
 * listed here is not in the open.
 */
const openText: { readonly [T in EventType]?: readonly string[] } = {
  TopicProposed: ['tenant', 'division', 'villages', 'parameters', ...topic],
  TopicResubmitted: topic,
  NoticeIssued: ['meeting.at', 'opinionsUntil', 'channels'],
  TellingRecorded: ['channel', 'toldAt'],
  PostingRecorded: ['of', 'channel', 'postedAt'],
  FormsChosen: ['forms'],
  SessionOpened: ['kind'],
  RoundOpened: ['method', 'secrecy', 'closesAt', 'seal'],
  RoundClosed: ['tally.items.result'],
  RecordFiled: ['bodies.body'],
  OutcomePublished: ['channels', 'from', 'until'],
  FilingAnswered: ['result'],
  Escalated: ['to'],
  AssemblyVoted: ['heldOn', 'votes.result'],
  MajorStepRecorded: ['step', 'heldOn', 'until'],
  TaskAdded: ['kind', 'dueOn'],
  CommissionerAnswered: ['result'],
  OutcomeCorrected: ['kind'],
  SupervisionNoted: ['kind'],
  CaseClosed: ['end'],
  TakenUpAgain: ['consultation'],
}

/** Of every event: of what it is, its type, when, in which role and where it was done. */
const envelope = ['consultation', 'type', 'at', 'by.role', 'by.division', 'exceptions.clause']

/** What is no text and not in the open either: by the difference of two of them one could tell a secret ballot (P6a). */
const hidden: { readonly [T in EventType]?: readonly string[] } = { PapersEntered: ['counts'] }

const under = (path: string, open: string) => path === open || path.startsWith(`${open}.`)

/** E4: what of an event of a type may stand in its chain. */
export const opennessOf = (type: EventType): Openness => ({
  isOpenText: (path) =>
    envelope.some((open) => under(path, open)) || (openText[type] ?? []).some((open) => under(path, `data.${open}`)),
  isHidden: (path) => (hidden[type] ?? []).some((one) => path === `data.${one}`),
})
