import { type Consultation, type EventOf, type EventType, type List, type Posting, pagedAfter } from '@xieshang/rules'
import type { About, EverybodyChannel, SeatChannel, Step } from './channel.ts'
import { seatChannels, systemChannels } from './channels.ts'

const everybodyChannels = systemChannels.filter((channel) => channel.reach === 'everybody')
const placeChannels = systemChannels.filter((channel) => channel.reach === 'places')

/** Channels on which an event is put up once for everybody. */
export const postedOn = <T extends EventType>(event: EventOf<T>) =>
  everybodyChannels.filter(({ tells }) => tells[event.type]?.when(event))

/** What an event puts on the screens of its places. */
export const shownAfter = <T extends EventType>(event: EventOf<T>) =>
  placeChannels.flatMap(({ tells }) => {
    const telling = tells[event.type]
    return telling?.when(event) ? [telling.shows(event)] : []
  })

/** Steps that an event leads to, each for every page of its list: what is made there, and who of them is told. */
export const stepsAfter = <T extends EventType>(event: EventOf<T>): Step[] => [
  ...new Set<Step>([
    ...pagedAfter(event).map(({ act }) => act),
    ...seatChannels.flatMap(({ tells }) => {
      const telling = tells[event.type]
      return telling?.when(event) ? [telling.step] : []
    }),
  ]),
]

/** Whom of some seats a channel tells of an event when a step comes to their page. */
export function toldBy<T extends EventType>(
  { tells }: SeatChannel,
  event: EventOf<T>,
  { step, list, seats }: { readonly step: Step; readonly list: List; readonly seats: readonly number[] },
): readonly number[] {
  const telling = tells[event.type]
  if (telling?.step !== step || !telling.when(event)) return []
  const whom = telling.whom(event, list)
  if (whom === 'everybody') return seats
  const those = new Set(whom)
  return seats.filter((seat) => those.has(seat))
}

/** What a channel says to a seat of an event; nothing where it does not tell of it. */
export const wordsTo = <T extends EventType>({ tells }: SeatChannel, event: EventOf<T>, about: About) =>
  tells[event.type]?.says(event, about)

/** What a channel puts up of an event, and as which notice or outcome; nothing where it does not. */
export function putUpOn<T extends EventType, Words>(
  { tells }: EverybodyChannel<Words>,
  event: EventOf<T>,
  state: Consultation,
): { readonly posting: Pick<Posting, 'of' | 'number'>; readonly says: (about: About) => Words } | undefined {
  const telling = tells[event.type]
  const posting = telling?.when(event) ? telling.of(event, state) : undefined
  return telling && posting && { posting, says: (about) => telling.says(event, state, about) }
}
