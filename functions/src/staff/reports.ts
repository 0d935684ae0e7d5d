import { type Implementation, implement, Problem } from '@xieshang/http'
import * as affairsApi from '@xieshang/http/operations/affairs'
import { levelOf, type PlaceCode, type Places, type Prove } from '@xieshang/kernel'
import { dayOf, mayPublishQuarter, type Quarter } from '@xieshang/rules'
import { councilYear, countCouncils, ledgerOf, reviewResults } from '@xieshang/rules/registers'
import type { CountyStore } from '@xieshang/store'

const reviewsAtOnce = 500

/** The villages of a place: itself, or all below it. */
const villagesOf = (places: Places, code: PlaceCode): PlaceCode[] =>
  levelOf(code) === 'village' ? [code] : places.childrenOf(code).flatMap((child) => villagesOf(places, child.code))

/** What is added up over many entries: councils by quarter (F2), the ledger (G7), open data (G11). */
export function reportOperations(
  { reports, duties, places }: Pick<CountyStore, 'reports' | 'duties' | 'places'>,
  tenant: PlaceCode,
): Implementation[] {
  /** All places, where one is among them. */
  const placesWith = async (prove: Prove, code: PlaceCode) => {
    prove(code)
    const known = await places.known()
    if (known.find(code) === undefined) throw Problem.of('notFound')
    return known
  }

  return [
    implement(affairsApi.getCouncils, async ({ params, query, prove }) => {
      const { division } = params
      const known = await placesWith(prove, division)
      const now = new Date().toISOString()
      const [held, since] = await Promise.all([reports.councilsIn(division, query.year), duties.since(dayOf(now))])
      const quartersOf = (code: PlaceCode) =>
        countCouncils(
          villagesOf(known, code).map((village) => councilYear(held.get(village) ?? new Map(), query.year, now, since)),
          query.year,
        )
      return {
        year: query.year,
        villages: villagesOf(known, division).length,
        quarters: quartersOf(division),
        below: known.childrenOf(division).map(({ code, name }) => ({ code, name, quarters: quartersOf(code) })),
      }
    }),

    implement(affairsApi.getLedger, async ({ params, query, prove }) => {
      await placesWith(prove, params.division)
      const ofYear = await reports.cards(
        'subsidy',
        params.division,
        ({ status, digest }) => status !== 'annulled' && digest.year === query.year,
      )
      return { year: query.year, ...ledgerOf(ofYear.map(({ digest }) => digest)) }
    }),

    implement(affairsApi.getReviews, async ({ params, query, prove }) => {
      const known = await placesWith(prove, params.division)
      const results = reviewResults(
        await reports.cards('review', params.division, ({ digest }) => digest.year === query.year),
        query.year,
      )
      return {
        year: query.year,
        ...(results.length > query.from + reviewsAtOnce && { next: query.from + reviewsAtOnce }),
        results: results
          .slice(query.from, query.from + reviewsAtOnce)
          .map((one) => ({ ...one, divisionName: known.nameOf(one.division) })),
      }
    }),

    implement(affairsApi.publishOpenData, async ({ body, prove }) => {
      prove(tenant)
      const quarter = body.quarter as Quarter
      const refusal = mayPublishQuarter(quarter, new Date().toISOString())
      if (refusal !== undefined) throw Problem.refused(refusal)
      return reports.publishQuarter(tenant, quarter)
    }),
  ]
}
