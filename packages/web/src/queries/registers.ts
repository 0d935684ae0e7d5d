import { queryOptions } from '@tanstack/react-query'
import { type PlaceCode, tenantOf } from '@xieshang/kernel'
import type { EntryKind } from '@xieshang/rules'
import { answered } from '../api/client.ts'
import { countyClient } from '../api/staff.ts'
import { from, paged } from './paged.ts'

const clientAt = (place: PlaceCode) => countyClient(tenantOf(place))

type Of = {
  readonly kind: EntryKind
  readonly division: PlaceCode
  /** Only what waits for an answer. */
  readonly open?: true
  /** Only the place's own, from a cursor on: what a place above offers beyond the first page. */
  readonly ownFrom?: string
}

/** The entries of a register at a place and below it, newest first. */
export const entriesQuery = ({ kind, division, open, ownFrom }: Of) =>
  paged({
    key: ['register', kind, division, open ?? false, ownFrom ?? ''],
    page: (cursor, signal) =>
      answered(
        clientAt(division).GET('/affairs/{kind}', {
          params: {
            path: { kind },
            query: {
              division,
              ...from(cursor ?? ownFrom),
              ...(open === true && { open: 'true' as const }),
              ...(ownFrom !== undefined && { own: 'true' as const }),
            },
          },
          signal,
        }),
      ),
  })

export const entryQuery = (county: PlaceCode, kind: EntryKind, id: string) =>
  queryOptions({
    queryKey: ['entry', county, kind, id],
    queryFn: ({ signal }) =>
      answered(countyClient(county).GET('/affairs/{kind}/{id}', { params: { path: { kind, id } }, signal })),
  })

/** F2: councils of a year by quarter. */
export const councilsQuery = (division: PlaceCode, year: number) =>
  queryOptions({
    queryKey: ['report', 'councils', division, year],
    queryFn: ({ signal }) =>
      answered(
        clientAt(division).GET('/reports/councils/{division}', {
          params: { path: { division }, query: { year } },
          signal,
        }),
      ),
  })

/** G7: what was decided and paid in a year. */
export const ledgerQuery = (division: PlaceCode, year: number) =>
  queryOptions({
    queryKey: ['report', 'subsidies', division, year],
    queryFn: ({ signal }) =>
      answered(
        clientAt(division).GET('/reports/subsidies/{division}', {
          params: { path: { division }, query: { year } },
          signal,
        }),
      ),
  })

/** F4: the results of a year's reviews. */
export const reviewsQuery = (division: PlaceCode, year: number) =>
  paged({
    key: ['report', 'reviews', division, year],
    page: async (cursor, signal) => {
      const { results, next } = await answered(
        clientAt(division).GET('/reports/reviews/{division}', {
          params: { path: { division }, query: { year, ...(cursor !== undefined && { from: Number(cursor) }) } },
          signal,
        }),
      )
      return { results, ...(next !== undefined && { cursor: String(next) }) }
    },
  })
