import type { Acts } from '@xieshang/acts'
import { type Implementation, implement, Problem, staffApi } from '@xieshang/http'
import type { Places, Prove } from '@xieshang/kernel'
import { type Consultation, seatSet } from '@xieshang/rules'
import type { Card, CountyStore } from '@xieshang/store'
import { ulid } from 'ulid'
import { requestOf } from '../wiring/request.ts'
import { doneOrProblem, eventView, page, pendingOf, viewOf } from './answers.ts'

const dissentsAPage = 50

const archivePage = 50

const wordsOf = (q: string): string[] => q.split(/\s+/).filter((word) => word !== '')

type Found = { readonly cards: readonly Card[]; readonly searched: number; readonly cursor?: string }

const cardPage = ({ cards, searched, cursor }: Found, { nameOf }: Places) => ({
  searched,
  consultations: cards.map((card) => ({
    ...card,
    divisionName: nameOf(card.division),
  })),
  ...(cursor !== undefined && { cursor }),
})

/** Reading consultations, and proposing one. */
export function consultationOperations(store: CountyStore, acts: Acts): Implementation[] {
  const { consultations, opinions, dissents, turnout, places } = store

  const load = async (prove: Prove, id: string): Promise<Consultation> => {
    const state = await consultations.load(id)
    if (state === undefined) throw Problem.of('notFound')
    prove(state.division)
    return state
  }

  return [
    implement(staffApi.listConsultations, async ({ actor, query, prove }) => {
      const division = query.division ?? actor.division
      prove(division)
      const found = page(consultations.search(division, wordsOf(query.q), query))
      return cardPage(...(await Promise.all([found, places.known()])))
    }),

    implement(staffApi.searchArchive, async ({ params, query, prove }) => {
      prove(params.code)
      const wanted = { words: wordsOf(query.q), models: query.models === 'true' }
      const found = page(consultations.archive(params.code, wanted, { limit: archivePage, cursor: query.cursor }))
      return cardPage(...(await Promise.all([found, places.known()])))
    }),

    implement(staffApi.proposeTopic, async ({ actor, body, idempotencyKey, prove }) => {
      prove(body.division)
      const known = await places.known()
      if (known.find(body.division) === undefined) throw Problem.of('divisionUnknown', { field: 'division' })
      const unknown = body.villages?.findIndex((village) => known.find(village) === undefined) ?? -1
      if (unknown >= 0) throw Problem.of('divisionUnknown', { field: `villages.${unknown}` })
      const request = requestOf(actor.sub, idempotencyKey, 'proposeTopic', body)
      const outcome = await acts.propose({
        id: ulid(),
        body,
        actor,
        now: new Date().toISOString(),
        request,
        authorise: (followed) => prove(followed.division),
      })
      return viewOf(doneOrProblem(outcome, actor), actor, known)
    }),

    implement(staffApi.getConsultation, async ({ actor, params, prove }) => {
      const state = await load(prove, params.id)
      const [known, pending] = await Promise.all([places.known(), pendingOf(store, state)])
      return viewOf(state, actor, known, pending)
    }),

    implement(staffApi.getTurnout, async ({ params, prove }) => {
      const { id, rounds } = await load(prove, params.id)
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

    implement(staffApi.getDissents, async ({ params, query, prove }) =>
      page(dissents.page(await load(prove, params.id), { limit: dissentsAPage, cursor: query.cursor })),
    ),

    implement(staffApi.getOpinions, async ({ params, query, prove }) => {
      await load(prove, params.id)
      return page(opinions.list(params.id, query.kind, query))
    }),

    implement(staffApi.getEvents, async ({ params, query, prove }) => {
      await load(prove, params.id)
      const { events, cursor } = await page(consultations.eventPage(params.id, query))
      return {
        events: events.map(eventView),
        ...(cursor !== undefined && { cursor }),
      }
    }),
  ]
}
