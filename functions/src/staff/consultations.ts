import { findDivision } from '@xieshang/divisions'
import { type Implementation, implement, Problem, requireReach, staffApi } from '@xieshang/http'
import { type Actor, type Consultation, seatSet, seatsIn } from '@xieshang/rules'
import { type Acts, type Card, type CountyStore, type Seat, toldSeats } from '@xieshang/store'
import { ulid } from 'ulid'
import { requestOf } from '../wiring/request.ts'
import { doneOrProblem, page, viewOf } from './answers.ts'

const dissentsAPage = 50

const smsOf = (state: Consultation, seat: Seat): 'none' | 'waiting' | 'sent' | 'failed' => {
  if (seat.sms !== undefined) return seat.sms
  const announced = state.notices.some((notice) => notice.channels.includes('sms'))
  return announced && seat.phone !== undefined ? 'waiting' : 'none'
}

/** The seats as an officer sees them: told by an SMS, at the door, or not yet. */
function seatsView(state: Consultation, seats: readonly Seat[]) {
  const told = new Set(
    toldSeats(state, seats)
      .filter((s) => s.told)
      .map((s) => s.seat),
  )
  const tellings = state.tellings.map((telling) => ({ telling, on: new Set(seatsIn(telling.seats)) }))
  const recorded = (seat: number) => tellings.find(({ on }) => on.has(seat))?.telling
  const view = seats.map((seat) => {
    const { opinions: _opinions, told: own, ...rest } = seat
    const telling = recorded(seat.seat)
    const how = own ?? (telling === undefined ? undefined : { channel: telling.channel, at: telling.toldAt })
    return { ...rest, sms: smsOf(state, seat), ...(how !== undefined && { told: how }) }
  })
  const door = view.filter(({ seat, sms }) => !told.has(seat) && (sms === 'none' || sms === 'failed'))
  return { seats: view, doorToDoor: door.map(({ seat }) => seat) }
}

const archivePage = 50

const wordsOf = (q: string): string[] => q.split(/\s+/).filter((word) => word !== '')

const cardPage = ({ cards, searched, cursor }: { cards: readonly Card[]; searched: number; cursor?: string }) => ({
  searched,
  consultations: cards.map((card) => ({
    ...card,
    divisionName: findDivision(card.division)?.name ?? card.division,
  })),
  ...(cursor !== undefined && { cursor }),
})

/** Reading consultations, and proposing one. */
export function consultationOperations(store: CountyStore, acts: Acts): Implementation[] {
  const { consultations, seats, opinions, dissents, turnout } = store

  const load = async (actor: Actor, id: string): Promise<Consultation> => {
    const state = await consultations.load(id)
    if (state === undefined) throw Problem.of('notFound')
    requireReach(actor, state.division)
    return state
  }

  return [
    implement(staffApi.listConsultations, async ({ actor, query }) => {
      const division = query.division ?? actor.division
      requireReach(actor, division)
      return cardPage(await page(consultations.search(division, wordsOf(query.q), query)))
    }),

    implement(staffApi.searchArchive, async ({ actor, params, query }) => {
      requireReach(actor, params.code)
      const wanted = { words: wordsOf(query.q), models: query.models === 'true' }
      return cardPage(
        await page(consultations.archive(params.code, wanted, { limit: archivePage, cursor: query.cursor })),
      )
    }),

    implement(staffApi.proposeTopic, async ({ actor, body, idempotencyKey }) => {
      requireReach(actor, body.division)
      if (findDivision(body.division) === undefined) throw Problem.of('divisionUnknown', { field: 'division' })
      const unknown = body.villages?.findIndex((village) => findDivision(village) === undefined) ?? -1
      if (unknown >= 0) throw Problem.of('divisionUnknown', { field: `villages.${unknown}` })
      const request = requestOf(actor.sub, idempotencyKey, 'proposeTopic', body)
      const outcome = await acts.propose({
        id: ulid(),
        body,
        actor,
        now: new Date().toISOString(),
        request,
        authorise: (followed) => requireReach(actor, followed.division),
      })
      return viewOf(doneOrProblem(outcome, actor), actor)
    }),

    implement(staffApi.getConsultation, async ({ actor, params }) => viewOf(await load(actor, params.id), actor)),

    implement(staffApi.getSeats, async ({ actor, params }) =>
      seatsView(await load(actor, params.id), await seats.list(params.id)),
    ),

    implement(staffApi.getTurnout, async ({ actor, params }) => {
      const { id, rounds } = await load(actor, params.id)
      const counts = await turnout.counts(id, rounds)
      const named = new Set(rounds.filter(({ secrecy }) => secrecy === 'named').map(({ round }) => round))
      return {
        rounds: await Promise.all(
          counts.map(async ({ round, count }) => ({
            round,
            count,
            ...(named.has(round) && { voted: seatSet(await turnout.voted(id, round)) }),
          })),
        ),
      }
    }),

    implement(staffApi.getDissents, async ({ actor, params, query }) =>
      page(dissents.page(await load(actor, params.id), { limit: dissentsAPage, cursor: query.cursor })),
    ),

    implement(staffApi.getOpinions, async ({ actor, params, query }) => {
      await load(actor, params.id)
      return page(opinions.list(params.id, query.kind, query))
    }),

    implement(staffApi.getEvents, async ({ actor, params, query }) => {
      await load(actor, params.id)
      const { events, cursor } = await page(consultations.eventPage(params.id, query))
      return {
        events: events.map(({ number, type, at, by, data, exceptions }) => ({
          number,
          type,
          at,
          by: { name: by.name, role: by.role, division: by.division },
          data,
          ...(exceptions !== undefined && exceptions.length > 0 && { exceptions }),
        })),
        ...(cursor !== undefined && { cursor }),
      }
    }),
  ]
}
