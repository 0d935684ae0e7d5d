import { text } from '@xieshang/kernel'
import * as z from 'zod'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { prose, words } from '../consultation/primitives.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { type Fields, known, line, lineOrNone, photo, sentAt, type Values } from '../fields/index.ts'
import { type Channel, channels } from '../taxonomy/procedure.ts'
import { isPosted, issued, postedChannels } from './posted.ts'
import type { Posting } from './state.ts'

/** What is put up: the notice before the meeting, or the outcome after it. */
const posted = z.enum(['notice', 'outcome'])

export const recordPostingFields = {
  of: known(posted),
  channel: known(z.enum(postedChannels)),
  postedAt: sentAt(),
  /** Who put it up. */
  poster: { ...line(text('张贴人', 'Who put it up'), 40), first: ({ name }) => name },
  /** Where it hangs, or under which name it went out. */
  place: {
    ...line(text('张贴地点', 'Where')),
    says: ({ known: { channel } }) =>
      postedChannels.some((one) => one === channel && channels[one].by === 'system')
        ? { label: text('公众号名称', 'Name of the account') }
        : {},
  },
  /** A photo that was handed in before. */
  photo: photo(text('照片', 'Photo')),
  /** What is worth knowing; without a photo, why there is none. */
  note: lineOrNone(text('没有照片的原因（有照片可不填）', 'Why there is no photo (not needed with one)'), 300),
} satisfies Fields

export const reportPostingFields = {
  of: known(posted),
  number: known(z.int().min(1).max(100)),
  channel: known(z.enum(postedChannels)),
  result: known(z.enum(['posted', 'failed'])),
  place: known(words(80)),
  note: known(prose(300).default('')),
} satisfies Fields

const clauseOf = { notice: 'P3a', outcome: 'P8' } as const
const notThere = { notice: 'noNotice', outcome: 'notPublished' } as const

function problemOf(state: Consultation, of: Posting['of'], number: number, channel: Channel): Refusal | undefined {
  const clause = clauseOf[of]
  const one = issued(state, of)[number - 1]
  if (one === undefined) return stateRefusal(clause, notThere[of])
  return one.channels.includes(channel) ? undefined : ruleRefusal(clause, 'channelNotChosen', { field: 'channel' })
}

/** P3a, P8: what hangs on a board or went out under the village's name: who, when, where, and a photo or why there is none. */
export function recordPosting(
  state: Consultation,
  command: Values<typeof recordPostingFields>,
  context: Context,
): Decision {
  const { of, channel, postedAt, photo, note } = command
  const clause = clauseOf[of]
  const number = Math.max(1, issued(state, of).length)
  const problem = problemOf(state, of, number, channel)
  if (problem !== undefined) return refuse(problem)
  if (postedAt > context.now) return refuse(ruleRefusal(clause, 'postedInFuture', { field: 'postedAt' }))
  if (photo === undefined && note === '') return refuse(ruleRefusal(clause, 'photoMissing', { field: 'photo' }))
  if (photo !== undefined && context.photoExists !== true)
    return refuse(ruleRefusal(clause, 'photoUnknown', { field: 'photo' }))
  return accept({ type: 'PostingRecorded', data: { ...command, number } })
}

/** P3a, P8: what the system came to when it put something up itself; where it failed somebody does it by hand. */
export function reportPosting(
  state: Consultation,
  command: Values<typeof reportPostingFields>,
  context: Context,
): Decision {
  const { of, number, channel, result, place, note } = command
  const clause = clauseOf[of]
  const problem = problemOf(state, of, number, channel)
  if (problem !== undefined) return refuse(problem)
  if (isPosted(state, of, number, channel)) return refuse(stateRefusal(clause, 'postedAlready'))
  return accept({
    type: 'PostingRecorded',
    data: {
      of,
      number,
      channel,
      postedAt: context.now,
      poster: context.actor.name,
      place,
      note,
      ...(result === 'failed' && { failed: true as const }),
    },
  })
}
