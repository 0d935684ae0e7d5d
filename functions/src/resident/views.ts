import { findDivision } from '@xieshang/divisions'
import type { Consultation, Item, Round } from '@xieshang/rules'

const itemView = ({ item, title, aspects, status }: Item) => ({
  item,
  title,
  problem: aspects.problem,
  solution: aspects.solution,
  status,
})

/** The last counted result of every item. */
function results(state: Consultation) {
  const counted = state.rounds.flatMap((round) => round.tally?.items ?? [])
  return state.items.flatMap(({ item }) => {
    const last = counted.findLast((tally) => tally.item === item)
    return last === undefined ? [] : [last]
  })
}

/** What everybody may read: no participant's name, and results only once they are published (P8). */
export function publicView(state: Consultation) {
  const notice = state.notices.at(-1)
  const publication = state.publications.at(-1)
  const tally = state.rounds.findLast((round) => round.tally !== undefined)?.tally
  return {
    id: state.id,
    title: state.topic.title,
    description: state.topic.description,
    division: state.division,
    divisionName: findDivision(state.division)?.name ?? state.division,
    step: state.step,
    updatedAt: state.updatedAt,
    proposers: state.topic.proposers.map(({ name }) => name),
    ...(notice !== undefined && {
      notice: {
        notice: notice.notice,
        text: notice.text,
        materials: notice.materials,
        meeting: notice.meeting,
        opinionsUntil: notice.opinionsUntil,
      },
    }),
    items: state.items.map((item) =>
      publication === undefined ? { ...itemView(item), status: 'open' as const } : itemView(item),
    ),
    ...(publication !== undefined &&
      tally !== undefined && {
        outcome: {
          text: publication.text,
          from: publication.from,
          until: publication.until,
          listed: tally.listed,
          attended: tally.attended,
          items: results(state),
        },
      }),
  }
}

/** A topic is public once it was registered (P3a). */
export const isPublic = (state: Consultation): boolean => state.registered !== undefined

/** The round that a resident can vote in now. */
export const openRoundFor = (state: Consultation, seat: number, now: string): Round | undefined =>
  state.rounds.find(
    (round) =>
      round.method === 'online' &&
      round.status === 'open' &&
      round.paper?.includes(seat) !== true &&
      (round.closesAt === undefined || now < round.closesAt),
  )

export const roundView = (state: Consultation, round: Round, voted: boolean) => ({
  round: round.round,
  secrecy: round.secrecy,
  ...(round.closesAt !== undefined && { closesAt: round.closesAt }),
  items: state.items.filter(({ item }) => round.items.includes(item)).map(itemView),
  voted,
})
