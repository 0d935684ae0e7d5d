import * as z from 'zod'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { identifier, mostSeats, photoId, prose, seatNumber, typedInstant, words } from '../consultation/primitives.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { seatSet } from '../participants/seatSet.ts'
import { channelsShownBy } from '../taxonomy/procedure.ts'
import { chosenChannels } from './channels.ts'

export const issueNoticeSchema = z.strictObject({
  text: words(1000),
  /** What the participants read before they come (P3b). */
  materials: z
    .array(z.strictObject({ title: words(80), text: words(5000) }))
    .min(1)
    .max(10),
  meeting: z.strictObject({ at: typedInstant, place: words(80) }),
  /** Until when opinions are collected (P3b). */
  opinionsUntil: typedInstant,
  channels: chosenChannels,
})

export const recordTellingSchema = z.strictObject({
  seats: z.array(seatNumber).min(1).max(mostSeats),
  /** P3a: those by which an officer tells people in person or by a board. */
  channel: z.enum(channelsShownBy('telling')),
  toldAt: typedInstant,
  /** Who went to the door or put the notice up. */
  teller: words(40),
  note: prose(300).default(''),
  /** A photo that was handed in before. */
  photo: photoId.optional(),
})

export const answerOpinionSchema = z.strictObject({ opinion: identifier(60), text: words(1000) })

/** P3a, P3b: the notice with its materials goes out to everybody on the list. */
export function issueNotice(
  state: Consultation,
  command: z.infer<typeof issueNoticeSchema>,
  context: Context,
): Decision {
  if (state.list === undefined) return refuse(stateRefusal('P3a', 'notListed'))
  if (state.rounds.length > 0) return refuse(stateRefusal('P3a', 'voteBegun'))
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
  command: z.infer<typeof recordTellingSchema>,
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
  command: z.infer<typeof answerOpinionSchema>,
  context: Context,
): Decision {
  if (context.opinionExists !== true) return refuse(ruleRefusal('P3b', 'opinionUnknown', { field: 'opinion' }))
  if (context.opinionAnswered === true) return refuse(stateRefusal('P3b', 'opinionAnswered'))
  const data = { ...command, ...(context.opinionIsFeedback === true && { feedback: true as const }) }
  return accept({ type: 'OpinionAnswered', data })
}
