import { implement, Problem } from '@xieshang/http'
import * as dashboardApi from '@xieshang/http/operations/dashboard'
import { me } from '@xieshang/http/operations/places'
import type { PlaceCode, Prove } from '@xieshang/kernel'
import { indicators, keysOf, noFigures } from '@xieshang/rules'
import { type CityOverview, CursorError, openCityOverview } from '@xieshang/store'
import { httpFunction } from '../../wiring/http.ts'
import { meOf } from '../../wiring/me.ts'
import { city } from '../city.ts'
import { placeOf } from '../place.ts'

const ids = keysOf(indicators)
const labels = Object.fromEntries(ids.map((id) => [id, indicators[id].label])) as {
  [id in (typeof ids)[number]]: { zh: string; en: string }
}

async function dashboardOf(store: CityOverview, prove: Prove, code: PlaceCode) {
  prove(code)
  const [{ place, places }, { figures, below }] = await Promise.all([
    placeOf(store, prove, code),
    store.dashboard(code),
  ])
  const kept = new Map(below.map((one) => [one.division, one.figures]))
  return {
    place,
    path: places.pathOf(code),
    figures,
    below: places.childrenOf(code).map((child) => ({ place: child, figures: kept.get(child.code) ?? noFigures })),
    labels,
  }
}

const store = openCityOverview(city().table)

/** U3: the dashboard, right to the unit, and what is behind each figure. */
export const handler = httpFunction('city', [
  implement(me, async ({ actor, prove }) => meOf(actor, prove, await store.places.known())),
  implement(dashboardApi.getDashboard, ({ actor, prove }) => dashboardOf(store, prove, actor.division)),
  implement(dashboardApi.getPlaceDashboard, ({ params, prove }) => dashboardOf(store, prove, params.division)),
  implement(dashboardApi.getFigure, async ({ params, query, prove }) => {
    const { places } = await placeOf(store, prove, params.division)
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
])
