import { type Implementation, implement, Problem } from '@xieshang/http'
import * as residentApi from '@xieshang/http/operations/resident'
import { type PlaceCode, within } from '@xieshang/kernel'
import type { CountyStore } from '@xieshang/store'
import { chainFile } from '../wiring/chain.ts'
import { page } from '../wiring/page.ts'
import { besideOf, feedbackAtOnce } from './beside.ts'
import { answeredView, isPublic, publicView } from './views.ts'

const pageSize = 50

/** What everybody may read without a link (P8). */
export function publicOperations(
  store: Pick<CountyStore, 'consultations' | 'opinions' | 'places' | 'settings'>,
  tenant: PlaceCode,
): Implementation[] {
  return [
    implement(residentApi.listPublic, async ({ query }) => {
      const division = query.division ?? tenant
      if (!within(division, tenant)) throw Problem.of('notFound')
      const list = store.consultations.listPublic(division, { limit: pageSize, cursor: query.cursor })
      const [{ cards, cursor }, { nameOf }] = await Promise.all([page(list), store.places.known()])
      return {
        consultations: cards.map(({ id, title, division: place, step, updatedAt }) => ({
          id,
          title,
          division: place,
          divisionName: nameOf(place),
          step,
          updatedAt,
        })),
        ...(cursor !== undefined && { cursor }),
      }
    }),
    implement(residentApi.getPublic, async ({ params }) => {
      // The names of places are needed in the end, and read meanwhile.
      const [state] = await Promise.all([store.consultations.load(params.id), store.places.known()])
      if (state === undefined || !isPublic(state)) throw Problem.of('notFound')
      return publicView(state, await besideOf(store, state))
    }),
    implement(residentApi.getPublicChain, async ({ params, query }) => {
      const state = await store.consultations.load(params.id)
      if (state?.publishedChain === undefined) throw Problem.of('notFound')
      const { id, topic, publishedChain } = state
      const { part } = query
      return chainFile(store.consultations, {
        ...{ id, title: topic.title, part, last: publishedChain.event, withValues: false },
      })
    }),
    implement(residentApi.listFeedback, async ({ params, query }) => {
      const state = await store.consultations.load(params.id)
      if (state === undefined || state.publications.length === 0) throw Problem.of('notFound')
      const { opinions, cursor } = await page(
        store.opinions.answered(params.id, { limit: feedbackAtOnce, cursor: query.cursor }),
      )
      return { feedback: answeredView(opinions), ...(cursor !== undefined && { cursor }) }
    }),
    implement(residentApi.getPublicCatalogue, async () => {
      const [current, versions] = await Promise.all([
        store.settings.catalogueAt(new Date().toISOString()),
        store.settings.catalogue.list(),
      ])
      return {
        current,
        versions: versions.map(({ version, effectiveFrom, reason }) => ({ version, effectiveFrom, reason })).reverse(),
      }
    }),
  ]
}
