import { implement, Problem } from '@xieshang/http'
import * as oversightApi from '@xieshang/http/operations/oversight'
import { listShared } from '@xieshang/http/operations/publicAffairs'
import { may } from '@xieshang/kernel'
import { cityActsOn, entryKinds, sharedKinds } from '@xieshang/rules'
import { CursorError } from '@xieshang/store'
import { httpFunction } from '../../wiring/http.ts'
import { withNames } from '../../wiring/names.ts'
import { city } from '../city.ts'
import { overdueOf } from '../overdue.ts'
import { placeOf } from '../place.ts'

const { tenant, store } = city()

/** What the counties share, what is overdue there (G3), and how far their chains are known here (E4). */
export const handler = httpFunction('city', [
  implement(listShared, async ({ actor, params, query, prove }) => {
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
  implement(oversightApi.getOverdue, async ({ params, query, prove }) =>
    overdueOf(store, await placeOf(store, prove, params.division), query.from),
  ),
  implement(oversightApi.getRewritten, async ({ prove }) => {
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
  implement(oversightApi.getChainHeads, ({ params, query, prove }) => {
    prove(params.county)
    return store.heads(params.county, params.consultation, query.cursor).catch((error: unknown) => {
      throw error instanceof CursorError ? Problem.of('cursorInvalid') : error
    })
  }),
])
