import { text } from '@xieshang/kernel'
import * as z from 'zod'
import { itemNumber, mostSeats, roundNumber, seatNumber } from '../consultation/primitives.ts'
import {
  choice,
  exception,
  type Fields,
  type Ground,
  known,
  moment,
  optional,
  picks,
  seats,
  titled,
} from '../fields/index.ts'
import { noSeats, seatSet, seatsIn, sizeOf } from '../participants/seatSet.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { secrecies, votingMethods } from '../taxonomy/procedure.ts'
import { votingSeatsOf } from './count.ts'

const openItems = ({ state }: Ground) => titled(state?.items.filter(({ status }) => status === 'open'))

/** Who votes and has no phone: paper is suggested for them. */
function withoutPhone({ state, noPhone = noSeats }: Ground): number[] {
  const without = new Set(seatsIn(noPhone))
  return state?.list === undefined ? [] : votingSeatsOf(state.list).filter((seat) => without.has(seat))
}

const isOnline = ({ method }: Readonly<Record<string, unknown>>) => method === 'online'

export const openRoundFields = {
  method: { ...choice(text('表决方式', 'Method'), votingMethods), first: () => 'hands' },
  secrecy: {
    ...choice(text('记名方式', 'Named or secret'), secrecies),
    schema: z.enum(keysOf(secrecies)).default('named'),
    first: () => 'named',
    when: ({ method }) => method === 'online' || method === 'paper',
  },
  items: {
    ...picks(text('表决哪几条', 'Items to vote on'), openItems, z.array(itemNumber).min(1).max(100)),
    first: (ground) => openItems(ground).map(({ value }) => value),
  },
  /** In an online round, the seats that get paper instead; on paper and one to one, every voting seat does. */
  paper: {
    ...optional(
      seats(
        text(
          '勾选的人用纸质票，不在网上投。没有手机的已经勾好。',
          'Who is ticked votes on paper, not online. Those without a phone are ticked already.',
        ),
        {
          of: ({ state }: Ground) => (state?.list === undefined ? noSeats : seatSet(votingSeatsOf(state.list))),
          beside: 'phone',
        },
        z.array(seatNumber).max(mostSeats),
      ),
    ),
    first: withoutPhone,
    when: isOnline,
  },
  /** Online rounds end by themselves at this instant, if it is given. */
  closesAt: { ...optional(moment(text('截止时间', 'Closes at'))), when: isOnline },
  /** Why the vote opens although somebody was not told (S2). */
  exception: {
    ...exception,
    when: (_, { untold = noSeats }) => untold !== noSeats,
    says: ({ untold = noSeats }) => ({
      hint: text(
        `还有 ${sizeOf(untold)} 人没有告知。确需继续，请写明理由。`,
        `${sizeOf(untold)} people have not been told. To go on, give the reason.`,
      ),
    }),
  },
} satisfies Fields

export const closeRoundFields = { round: known(roundNumber) } satisfies Fields
