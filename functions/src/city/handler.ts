import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { cityApi, cityDocument, documentImplementation, implement, Problem } from '@xieshang/http'
import { may, type Prove } from '@xieshang/kernel'
import { cityActsOn, entryKinds, indicators, keysOf, noFigures, sharedKinds } from '@xieshang/rules'
import { CursorError, openCityStore, openTable } from '@xieshang/store'
import { environment } from '../wiring/environment.ts'
import { httpFunction } from '../wiring/http.ts'
import { withNames } from '../wiring/names.ts'
import { noteOperations } from './notes.ts'
import { overdueOf } from './overdue.ts'

const {
  TENANT: tenant,
  TABLE_NAME: tableName,
  TOPIC_ARN: topicArn,
  COUNTIES: counties,
} = environment('TENANT', 'TABLE_NAME', 'TOPIC_ARN', 'COUNTIES')
const store = openCityStore(openTable(new DynamoDBClient(), tableName))
const ids = keysOf(indicators)
const labels = Object.fromEntries(ids.map((id) => [id, indicators[id].label])) as {
  [id in (typeof ids)[number]]: { zh: string; en: string }
}

/** A place that there is, among all of them. */
async function placeOf(prove: Prove, code: string) {
  const places = await store.places.known()
  const place = places.find(code)
  if (place === undefined) throw Problem.of('notFound')
  prove(code)
  return { place, places }
}

async function dashboardOf(prove: Prove, code: string) {
  const { place, places } = await placeOf(prove, code)
  const { figures, below } = await store.dashboard(code)
  const kept = new Map(below.map((one) => [one.division, one.figures]))
  return {
    place,
    path: places.pathOf(code),
    figures,
    below: places.childrenOf(code).map((child) => ({ place: child, figures: kept.get(child.code) ?? noFigures })),
    labels,
  }
}

/** The city's API: the dashboard, right to the unit, and what is behind each figure (U3); what is overdue and the city's notes (G3). */
export const handler = httpFunction('city', [
  documentImplementation(cityDocument),
  implement(cityApi.me, async ({ actor, prove }) => {
    prove(actor.division)
    const places = await store.places.known()
    const division = places.find(actor.division)
    if (division === undefined) throw Problem.of('forbidden')
    return { name: actor.name, role: actor.role, division, path: places.pathOf(actor.division) }
  }),
  implement(cityApi.getDashboard, ({ actor, prove }) => dashboardOf(prove, actor.division)),
  implement(cityApi.getPlaceDashboard, ({ params, prove }) => dashboardOf(prove, params.division)),
  implement(cityApi.getFigure, async ({ params, query, prove }) => {
    const { places } = await placeOf(prove, params.division)
    const detail = await store.figure(params.division, params.indicator, query.cursor).catch((error: unknown) => {
      throw error instanceof CursorError ? Problem.of('cursorInvalid') : error
    })
    return {
      ...detail,
      consultations: detail.consultations.map((one) => ({
        ...one,
        divisionName: places.nameOf(one.division),
      })),
    }
  }),
  implement(cityApi.listShared, async ({ actor, params, query, prove }) => {
    prove(actor.division)
    const { kind } = params
    if (!sharedKinds.includes(kind)) throw Problem.of('notFound')
    const cityOnly = 'city' in entryKinds[kind] && entryKinds[kind].city === 'cityOnly'
    if (cityOnly && !may(actor, 'overseeCounties', tenant)) throw Problem.of('forbidden')
    const shared = store.shared(kind, query.cursor).catch((error: unknown) => {
      throw error instanceof CursorError ? Problem.of('cursorInvalid') : error
    })
    const [{ entries, cursor }, places] = await Promise.all([shared, store.places.known()])
    return {
      entries: entries.map(({ shown, ...one }) => ({
        ...one,
        ...(shown !== undefined && { shown: withNames(shown, places) }),
        open: may(actor, 'overseeCounties', tenant) ? cityActsOn(one) : [],
        countyName: places.nameOf(one.tenant),
        divisionName: places.nameOf(one.division),
      })),
      ...(cursor !== undefined && { cursor }),
    }
  }),
  implement(cityApi.getOverdue, async ({ params, query, prove }) =>
    overdueOf(store, await placeOf(prove, params.division), query.from),
  ),
  implement(cityApi.getRewritten, async ({ prove }) => {
    prove(tenant)
    const [rewritten, { nameOf }] = await Promise.all([store.rewritten(), store.places.known()])
    return {
      rewritten: rewritten.map((one) => ({
        ...one,
        countyName: nameOf(one.county),
        divisionName: nameOf(one.division),
      })),
    }
  }),
  implement(cityApi.getChainHeads, ({ params, query, prove }) => {
    prove(params.county)
    return store.heads(params.county, params.consultation, query.cursor).catch((error: unknown) => {
      throw error instanceof CursorError ? Problem.of('cursorInvalid') : error
    })
  }),
  ...noteOperations({ store, topicArn, counties }),
])
