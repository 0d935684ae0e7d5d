import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import type { SeatSet } from '@xieshang/rules'
import { answered } from '../api/client.ts'
import { type ConsultationView, countyClient, type Opinion } from '../api/staff.ts'
import { from, paged } from './paged.ts'

/** Which consultation: it is known to one county. */
export type Which = { readonly county: PlaceCode; readonly id: string }

/** Everything that is known of a consultation lies below this key. */
const keyOf = ({ county, id }: Which, ...part: readonly (string | number)[]) =>
  ['consultation', county, id, ...part] as const

const path = ({ id }: Which) => ({ path: { id } })

export const consultationQuery = (which: Which) =>
  queryOptions({
    queryKey: keyOf(which),
    queryFn: ({ signal }) =>
      answered(countyClient(which.county).GET('/consultations/{id}', { params: path(which), signal })),
  })

/** Seats of the list from a seat on, of all or of a set of them. */
export const seatsQuery = (which: Which, { after = 0, of }: { after?: number; of?: SeatSet | undefined } = {}) =>
  queryOptions({
    queryKey: keyOf(which, 'seats', after, of ?? ''),
    queryFn: ({ signal }) =>
      answered(
        countyClient(which.county).GET('/consultations/{id}/seats', {
          params: {
            ...path(which),
            query: { ...(after > 0 && { cursor: `${after}` }), ...(of !== undefined && { of }) },
          },
          signal,
        }),
      ),
  })

export const turnoutQuery = (which: Which) =>
  queryOptions({
    queryKey: keyOf(which, 'turnout'),
    queryFn: ({ signal }) =>
      answered(countyClient(which.county).GET('/consultations/{id}/turnout', { params: path(which), signal })),
  })

export const deadlinesQuery = (which: Which) =>
  queryOptions({
    queryKey: keyOf(which, 'duties'),
    queryFn: ({ signal }) =>
      answered(countyClient(which.county).GET('/consultations/{id}/duties', { params: path(which), signal })),
  })

export const recordPageQuery = (which: Which) =>
  queryOptions({
    queryKey: keyOf(which, 'record'),
    queryFn: ({ signal }) =>
      answered(countyClient(which.county).GET('/consultations/{id}/record', { params: path(which), signal })),
  })

/** What happened, the last first. */
export const eventsQuery = (which: Which) =>
  paged({
    key: keyOf(which, 'events'),
    page: (cursor, signal) =>
      answered(
        countyClient(which.county).GET('/consultations/{id}/events', {
          params: { ...path(which), query: from(cursor) },
          signal,
        }),
      ),
  })

export const dissentsQuery = (which: Which) =>
  paged({
    key: keyOf(which, 'dissents'),
    page: (cursor, signal) =>
      answered(
        countyClient(which.county).GET('/consultations/{id}/dissents', {
          params: { ...path(which), query: from(cursor) },
          signal,
        }),
      ),
  })

export const opinionsQuery = (which: Which, kind: Opinion['kind']) =>
  paged({
    key: keyOf(which, 'opinions', kind),
    page: (cursor, signal) =>
      answered(
        countyClient(which.county).GET('/consultations/{id}/opinions', {
          params: { ...path(which), query: { kind, limit: 20, ...from(cursor) } },
          signal,
        }),
      ),
    everyMs: 5000,
  })

export type Decided = 'waiting' | 'decided'

/** A page of those who applied to take part: who waits for an answer, or has one. */
export const applicationsQuery = (which: Which, state: Decided, cursor?: string) =>
  queryOptions({
    queryKey: keyOf(which, 'applications', state, cursor ?? ''),
    queryFn: ({ signal }) =>
      answered(
        countyClient(which.county).GET('/consultations/{id}/applications', {
          params: { ...path(which), query: { which: state, limit: 50, ...from(cursor) } },
          signal,
        }),
      ),
  })

/** Has everything of a consultation read anew but itself: it moved on. */
export const readAnew = (queryClient: QueryClient, which: Which): Promise<void> => {
  const own = keyOf(which)
  return queryClient.invalidateQueries({ queryKey: own, predicate: ({ queryKey }) => queryKey.length > own.length })
}

/** What a command answered stands at once, whatever was being asked meanwhile. */
export async function takeOver(queryClient: QueryClient, which: Which, view: ConsultationView): Promise<void> {
  const { queryKey } = consultationQuery(which)
  await queryClient.cancelQueries({ queryKey, exact: true })
  queryClient.setQueryData(queryKey, view)
}
