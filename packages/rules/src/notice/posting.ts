import { text } from '@xieshang/kernel'
import * as z from 'zod'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { prose, words } from '../consultation/primitives.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { type Fields, known, line, lineOrNone, photo, sentAt, type Values } from '../fields/index.ts'
import { type Channel, channels, channelsShownBy } from '../taxonomy/procedure.ts'
import type { Posting } from './state.ts'

/** Channels on which something is put up once for everybody, and which need evidence that it was (P3a, P8). */
export const postedChannels = channelsShownBy('posting')

export type PostedChannel = (typeof postedChannels)[number]

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

type Issued = { readonly at: string; readonly channels: readonly Channel[] }

const clauseOf = { notice: 'P3a', outcome: 'P8' } as const
const notThere = { notice: 'noNotice', outcome: 'notPublished' } as const

/** Notices, or publications, in their order; the number of each is its place in it, from 1. */
const issued = (state: Consultation, of: Posting['of']): readonly Issued[] =>
  of === 'notice' ? state.notices : state.publications

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

const postingsOf = (state: Consultation, of: Posting['of'], number: number, channel: Channel): Posting[] =>
  state.postings.filter((one) => one.of === of && one.number === number && one.channel === channel)

/** Whether a notice or an outcome hangs on a channel. */
export const isPosted = (state: Consultation, of: Posting['of'], number: number, channel: Channel): boolean =>
  postingsOf(state, of, number, channel).some(({ failed }) => failed !== true)

export type PostingTask = {
  readonly of: Posting['of']
  readonly number: number
  readonly channel: PostedChannel
  /** Instant at which it was issued or published. */
  readonly issuedAt: string
  /** Instant at which it was put up first. */
  readonly postedAt?: string
}

/** P3a, P8: everything that must be put up, and when it was: of the last notice, and of every publication. */
export function postingTasks(state: Consultation): PostingTask[] {
  const last = state.notices.length
  return (['notice', 'outcome'] as const).flatMap((of) =>
    issued(state, of).flatMap(({ at, channels }, index): PostingTask[] => {
      const number = index + 1
      if (of === 'notice' && number < last) return []
      return postedChannels
        .filter((channel) => channels.includes(channel))
        .map((channel) => {
          const first = postingsOf(state, of, number, channel)
            .filter(({ failed }) => failed !== true)
            .map(({ postedAt }) => postedAt)
            .sort()[0]
          return { of, number, channel, issuedAt: at, ...(first !== undefined && { postedAt: first }) }
        })
    }),
  )
}
