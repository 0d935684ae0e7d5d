import { type Implementation, implement, Problem } from '@xieshang/http'
import * as publicAffairsApi from '@xieshang/http/operations/publicAffairs'
import { type PlaceCode, type Places, within } from '@xieshang/kernel'
import { type Dimension, openDataCsv, participantGroups, relations } from '@xieshang/rules'
import type { CountyStore } from '@xieshang/store'
import { withNames } from '../wiring/names.ts'
import { page } from '../wiring/page.ts'

const pageSize = 50

const namesOf: { readonly [by in Exclude<Dimension, 'township'>]: Readonly<Record<string, { zh: string }>> } = {
  relation: relations,
  group: participantGroups,
}

const nameIn = (places: Places, by: Dimension, code: string): string =>
  by === 'township' ? places.nameOf(code) : (namesOf[by][code]?.zh ?? code)

/** What everybody may read beside consultations: party affairs, venues, trainings, models (G2, G6, G8, G9), open data. */
export function publicAffairs(
  { entries, reports, places }: Pick<CountyStore, 'entries' | 'reports' | 'places'>,
  tenant: PlaceCode,
): Implementation[] {
  return [
    implement(publicAffairsApi.listPublicEntries, async ({ params, query }) => {
      const division = query.division ?? tenant
      if (!within(division, tenant)) throw Problem.of('notFound')
      const list = entries.listPublic(params.kind, division, { limit: pageSize, cursor: query.cursor })
      const [found, known] = await Promise.all([page(list), places.known()])
      return {
        entries: found.entries.flatMap(({ id, kind, division: place, title, status, updatedAt, day, digest, shown }) =>
          shown === undefined
            ? []
            : [
                {
                  id,
                  kind,
                  division: place,
                  divisionName: known.nameOf(place),
                  title,
                  status,
                  updatedAt,
                  digest,
                  ...(day !== undefined && { day }),
                  shown: withNames(shown, known),
                },
              ],
        ),
        ...(found.cursor !== undefined && { cursor: found.cursor }),
      }
    }),

    implement(publicAffairsApi.getOpenData, async () => {
      const [quarters, known] = await Promise.all([reports.openQuarters(), places.known()])
      const cells = quarters.flatMap(({ tables }) =>
        tables.flatMap(({ by, cells }) => cells.map(({ code }) => ({ by, code }))),
      )
      return {
        county: tenant,
        names: Object.fromEntries(cells.map(({ by, code }) => [code, nameIn(known, by, code)])),
        quarters,
      }
    }),

    implement(publicAffairsApi.getOpenDataCsv, async () => {
      const [quarters, known] = await Promise.all([reports.openQuarters(), places.known()])
      const csv = openDataCsv(quarters, (by, code) => nameIn(known, by, code))
      return {
        // The mark at the beginning tells spreadsheets that the text is UTF-8.
        bytes: new TextEncoder().encode(`\uFEFF${csv}`),
        type: 'text/csv; charset=utf-8',
        name: `open-data-${tenant}.csv`,
      }
    }),
  ]
}
