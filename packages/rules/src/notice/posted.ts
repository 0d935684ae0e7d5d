import type { Consultation } from '../consultation/state.ts'
import { type Channel, channelsShownBy } from '../taxonomy/procedure.ts'
import type { Posting } from './state.ts'

/** Channels on which something is put up once for everybody, and which need evidence that it was (P3a, P8). */
export const postedChannels = channelsShownBy('posting')

export type PostedChannel = (typeof postedChannels)[number]

type Issued = { readonly at: string; readonly channels: readonly Channel[] }

/** Notices, or publications, in their order; the number of each is its place in it, from 1. */
export const issued = (state: Consultation, of: Posting['of']): readonly Issued[] =>
  of === 'notice' ? state.notices : state.publications

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
