import { implement, Problem } from '@xieshang/http'
import { listShared } from '@xieshang/http/operations/publicAffairs'
import { may } from '@xieshang/kernel'
import { cityActsOn, entryKinds, sharedKinds } from '@xieshang/rules/registers'
import { CursorError } from '@xieshang/store'
import { openCityStore } from '@xieshang/store/city'
import { httpFunction } from '../../wiring/http.ts'
import { withNames } from '../../wiring/names.ts'
import { city } from '../city.ts'

const { tenant, table } = city()
const store = openCityStore(table)

/** What the counties share of their registers (G3, G9). */
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
])
