import { implement, Problem } from '@xieshang/http'
import * as oversightApi from '@xieshang/http/operations/oversight'
import { CursorError, openCityOverview } from '@xieshang/store'
import { httpFunction } from '../../wiring/http.ts'
import { city } from '../city.ts'
import { overdueOf } from '../overdue.ts'
import { placeOf } from '../place.ts'

const { tenant, table } = city()
const store = openCityOverview(table)

/** What is overdue in the counties (G3), and how far their chains are known here (E4). */
export const handler = httpFunction('city', [
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
