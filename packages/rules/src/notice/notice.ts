import { text } from '@xieshang/kernel'
import * as z from 'zod'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { identifier, mostSeats, seatNumber } from '../consultation/primitives.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import {
  type Fields,
  type Ground,
  group,
  known,
  line,
  lineOrNone,
  long,
  moment,
  photo,
  rows,
  seats,
  sentAt,
  type Values,
} from '../fields/index.ts'
import { noSeats, seatSet } from '../participants/seatSet.ts'
import { channelsShownBy } from '../taxonomy/procedure.ts'
import { chosenChannels } from './channels.ts'

const hour = 3_600_000
const hoursAfter = (now: string, hours: number) => new Date(Date.parse(now) + hours * hour).toISOString()

export const issueNoticeFields = {
  text: {
    ...long(text('告知内容', 'Text of the notice'), 1000),
    first: ({ state }) => state?.topic.description.slice(0, 1000),
  },
  /** What the participants read before they come (P3b). */
  materials: rows(
    text('材料', 'Materials'),
    { title: line(text('材料标题', 'Title of the material')), text: long(text('材料内容', 'The material'), 5000) },
    1,
    10,
  ),
  meeting: group(text('会议', 'Meeting'), {
    at: { ...moment(text('会议时间', 'Meeting begins')), first: ({ now }: Ground) => hoursAfter(now, 72) },
    place: line(text('会议地点', 'Place of the meeting')),
  }),
  /** Until when opinions are collected (P3b). */
  opinionsUntil: { ...moment(text('征求意见截止时间', 'Opinions until')), first: ({ now }) => hoursAfter(now, 48) },
  channels: { ...chosenChannels, first: () => ['sms', 'website'] },
} satisfies Fields

export const recordTellingFields = {
  seats: seats(
    text('要入户告知的人', 'To be told at the door'),
    { of: ({ untold = noSeats }) => untold, all: text('全部', 'All of them'), beside: 'sms' },
    z.array(seatNumber).min(1).max(mostSeats),
  ),
  /** P3a: those by which an officer tells people in person or by a board. */
  channel: known(z.enum(channelsShownBy('telling'))),
  toldAt: sentAt(),
  /** Who went to the door or put the notice up. */
  teller: line(text('告知人', 'Told by'), 40),
  note: lineOrNone(text('备注', 'Note'), 300),
  /** A photo that was handed in before. */
  photo: photo(text('照片', 'Photo')),
} satisfies Fields

export const answerOpinionFields = {
  opinion: known(identifier(60)),
  text: long(text('答复', 'Answer'), 1000),
} satisfies Fields

/** Why no notice can be issued now, whatever it says. */
export function noticeProblem(state: Consultation): Refusal | undefined {
  if (state.list === undefined) return stateRefusal('P3a', 'notListed')
  return state.rounds.length > 0 ? stateRefusal('P3a', 'voteBegun') : undefined
}

/** P3a, P3b: the notice with its materials goes out to everybody on the list. */
export function issueNotice(
  state: Consultation,
  command: Values<typeof issueNoticeFields>,
  context: Context,
): Decision {
  const problem = noticeProblem(state)
  if (problem !== undefined) return refuse(problem)
  if (command.meeting.at <= context.now) return refuse(ruleRefusal('P3b', 'meetingPast', { field: 'meeting.at' }))
  if (command.opinionsUntil <= context.now)
    return refuse(ruleRefusal('P3b', 'opinionsPast', { field: 'opinionsUntil' }))
  if (command.opinionsUntil > command.meeting.at)
    return refuse(ruleRefusal('P3b', 'opinionsAfterMeeting', { field: 'opinionsUntil' }))
  return accept({
    type: 'NoticeIssued',
    data: { notice: state.notices.length + 1, ...command, channels: [...new Set(command.channels)] },
  })
}

/** P3a, S2: an officer records who was told at the door or by a board, when, and by whom. */
export function recordTelling(
  state: Consultation,
  command: Values<typeof recordTellingFields>,
  context: Context,
): Decision {
  if (state.list === undefined || state.notices.length === 0) return refuse(stateRefusal('P3a', 'noNotice'))
  const { listed } = state.list
  const wrong = command.seats.find((seat) => seat > listed)
  if (wrong !== undefined) return refuse(ruleRefusal('P3a', 'seatUnknown', { field: 'seats', params: { seat: wrong } }))
  if (command.toldAt > context.now) return refuse(ruleRefusal('P3a', 'toldInFuture', { field: 'toldAt' }))
  if (command.photo !== undefined && context.photoExists !== true)
    return refuse(ruleRefusal('P3a', 'photoUnknown', { field: 'photo' }))
  return accept({ type: 'TellingRecorded', data: { ...command, seats: seatSet(command.seats) } })
}

/** P3b, P11a: each opinion collected is answered, and feedback likewise. */
export function answerOpinion(
  _state: Consultation,
  command: Values<typeof answerOpinionFields>,
  context: Context,
): Decision {
  if (context.opinionExists !== true) return refuse(ruleRefusal('P3b', 'opinionUnknown', { field: 'opinion' }))
  if (context.opinionAnswered === true) return refuse(stateRefusal('P3b', 'opinionAnswered'))
  const data = { ...command, ...(context.opinionIsFeedback === true && { feedback: true as const }) }
  return accept({ type: 'OpinionAnswered', data })
}
