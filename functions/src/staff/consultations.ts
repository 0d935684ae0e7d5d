import type { Acts } from '@xieshang/acts'
import { type Implementation, implement, Problem } from '@xieshang/http'
import * as partsApi from '@xieshang/http/operations/consultationParts'
import * as consultationsApi from '@xieshang/http/operations/consultations'
import type { Prove } from '@xieshang/kernel'
import { type Consultation, seatSet } from '@xieshang/rules'
import type { CountyStore } from '@xieshang/store'
import { ulid } from 'ulid'
import { page } from '../wiring/page.ts'
import { requestOf } from '../wiring/request.ts'
import { doneOrProblem, eventView, pendingOf, viewOf } from './answers.ts'
import { cardPage, wordsOf } from './cards.ts'

const dissentsAPage = 50

type Rooms = Pick<CountyStore, 'consultations' | 'opinions' | 'dissents' | 'turnout' | 'places' | 'participants'>

/** Reading consultations, and proposing one. */
export function consultationOperations(store: Rooms, acts: Acts): Implementation[] {
  const { consultations, opinions, dissents, turnout, places } = store

  const load = async (prove: Prove, id: string): Promise<Consultation> => {
    const state = await consultations.load(id)
    if (state === undefined) throw Problem.of('notFound')
    prove(state.division)
    return state
  }

  return [
    implement(consultationsApi.listConsultations, async ({ actor, query, prove }) => {
      const division = query.division ?? actor.division
      prove(division)
      const found = page(consultations.search(division, wordsOf(query.q), query))
      return cardPage(...(await Promise.all([found, places.known()])))
    }),

    implement(consultationsApi.proposeTopic, async ({ actor, body, idempotencyKey, prove }) => {
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

    implement(consultationsApi.getConsultation, async ({ actor, params, prove }) => {
      const state = await load(prove, params.id)
      const [known, pending] = await Promise.all([places.known(), pendingOf(store, state)])
      return viewOf(state, actor, known, pending)
    }),

    implement(partsApi.getTurnout, async ({ params, prove }) => {
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

    implement(partsApi.getDissents, async ({ params, query, prove }) =>
      page(dissents.page(await load(prove, params.id), { limit: dissentsAPage, cursor: query.cursor })),
    ),

    implement(partsApi.getOpinions, async ({ params, query, prove }) => {
      await load(prove, params.id)
      return page(opinions.list(params.id, query.kind, query))
    }),

    implement(partsApi.getEvents, async ({ params, query, prove }) => {
      await load(prove, params.id)
      const { events, cursor } = await page(consultations.eventPage(params.id, query))
      return {
        events: events.map(eventView),
        ...(cursor !== undefined && { cursor }),
      }
    }),
  ]
}
