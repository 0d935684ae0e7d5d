import { queryOptions } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import type { EntryKind, IndicatorId } from '@xieshang/rules'
import { cityClient } from '../api/city.ts'
import { answered } from '../api/client.ts'
import { from, paged } from './paged.ts'

/** A place's dashboard; without a place, the reader's own. */
export const dashboardQuery = (division: PlaceCode | undefined) =>
  queryOptions({
    queryKey: ['dashboard', division ?? ''],
    queryFn: ({ signal }) =>
      division === undefined
        ? answered(cityClient.GET('/dashboard', { signal }))
        : answered(cityClient.GET('/dashboard/{division}', { params: { path: { division } }, signal })),
    refetchInterval: 1000,
  })

/** The consultations that a figure is made of. */
export const figureQuery = (division: PlaceCode, indicator: IndicatorId) =>
  paged({
    key: ['figure', division, indicator],
    page: (cursor, signal) =>
      answered(
        cityClient.GET('/figures/{division}/{indicator}', {
          params: { path: { division, indicator }, query: from(cursor) },
          signal,
        }),
      ),
  })

/** G3: what is overdue in a place. */
export const overdueQuery = (division: PlaceCode) =>
  paged({
    key: ['overdue', division],
    page: async (cursor, signal) => {
      const overdue = await answered(
        cityClient.GET('/overdue/{division}', {
          params: { path: { division }, query: cursor === undefined ? {} : { from: Number(cursor) } },
          signal,
        }),
      )
      return { ...overdue, ...(overdue.next !== undefined && { cursor: String(overdue.next) }) }
    },
    everyMs: 30_000,
  })

/** E4: what counties rewrote. */
export const rewrittenQuery = queryOptions({
  queryKey: ['rewritten'],
  queryFn: ({ signal }) => answered(cityClient.GET('/rewritten', { signal })),
  refetchInterval: 60_000,
})

/** The role in which the reader is signed in. */
export const readerQuery = queryOptions({
  queryKey: ['reader'],
  queryFn: ({ signal }) => answered(cityClient.GET('/me', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
})

/** What the counties share with the whole city. */
export const sharedQuery = (kind: EntryKind, everyMs?: number) =>
  paged({
    key: ['shared', kind],
    page: (cursor, signal) =>
      answered(cityClient.GET('/shared/{kind}', { params: { path: { kind }, query: from(cursor) }, signal })),
    ...(everyMs !== undefined && { everyMs }),
  })
