import type { Consultation, EventOf, SystemChannel } from '@xieshang/rules'
import type { Channel, EverybodyChannel, PlaceChannel, ReaderChannel, SeatChannel } from './channel.ts'

type Named<C extends Channel, Name extends C['name'] = C['name']> = C & { readonly name: Name }
type Declared<C extends Channel> = Omit<C, 'reach' | 'name' | 'attributes'>

/** A channel that tells each seat, with the messages that its queue takes. */
export const seatChannel = <Name extends SeatChannel['name']>(
  name: Name,
  declared: Declared<SeatChannel>,
): Named<SeatChannel, Name> => ({ ...declared, name, reach: 'seats', attributes: { kind: 'delivery', channel: name } })

/** A channel that is put up for everybody, with the messages that its queue takes. */
export const everybodyChannel = <Name extends EverybodyChannel['name'], Words>(
  name: Name,
  declared: Declared<EverybodyChannel<Words>>,
): Named<EverybodyChannel<Words>, Name> => ({
  ...declared,
  ...{ name, reach: 'everybody', attributes: { kind: 'posting', channel: name } },
})

/** A channel of screens. */
export const placeChannel = <Name extends PlaceChannel['name']>(
  name: Name,
  declared: Declared<PlaceChannel>,
): Named<PlaceChannel, Name> => ({ ...declared, name, reach: 'places' })

/** A channel that is read. */
export const readerChannel = <Name extends ReaderChannel['name']>(name: Name): Named<ReaderChannel, Name> => ({
  name,
  reach: 'readers',
})

/** Whether an officer chose a channel for a notice or an outcome (P3a, P8). */
export const chosen =
  (channel: SystemChannel) =>
  ({ data }: { readonly data: { readonly channels: readonly string[] } }): boolean =>
    data.channels.includes(channel)

/** The notice that an event issued. */
export const noticeOf = ({ data }: EventOf<'NoticeIssued'>) => ({ of: 'notice', number: data.notice }) as const

/** The publication that an event is, by its place among those of the consultation. */
export function outcomeOf({ at }: EventOf<'OutcomePublished'>, { publications }: Consultation) {
  const index = publications.findIndex((one) => one.at === at)
  return index < 0 ? undefined : ({ of: 'outcome', number: index + 1 } as const)
}
