import { queryOptions } from '@tanstack/react-query'
import { type PlaceCode, tenantOf } from '@xieshang/kernel'
import { answered } from '../api/client.ts'
import { countyClient, type Person } from '../api/staff.ts'
import { from, paged } from './paged.ts'

const clientAt = (place: PlaceCode) => countyClient(tenantOf(place))

/** A place with those below it. */
export const placeQuery = (code: PlaceCode) =>
  queryOptions({
    queryKey: ['place', code],
    queryFn: ({ signal }) => answered(clientAt(code).GET('/divisions/{code}', { params: { path: { code } }, signal })),
  })

type Search = { readonly q?: string; readonly limit?: number }

/** The consultations of a place and below it, perhaps those alone whose words match. */
export const consultationsQuery = (division: PlaceCode, search: Search = {}, everyMs?: number) =>
  paged({
    key: ['place', division, 'consultations', search],
    page: (cursor, signal) =>
      answered(
        clientAt(division).GET('/consultations', {
          params: { query: { division, ...search, ...from(cursor) } },
          signal,
        }),
      ),
    ...(everyMs !== undefined && { everyMs }),
  })

/** P11b: what a place has closed. */
export const archiveQuery = (code: PlaceCode, { q, models }: { readonly q: string; readonly models: boolean }) =>
  paged({
    key: ['place', code, 'archive', q, models],
    page: (cursor, signal) =>
      answered(
        clientAt(code).GET('/divisions/{code}/archive', {
          params: { path: { code }, query: { q, models: models ? 'true' : 'false', ...from(cursor) } },
          signal,
        }),
      ),
  })

/** G3: what must be done next at a place and below it. */
export const dutiesQuery = (division: PlaceCode) =>
  paged({
    key: ['place', division, 'duties'],
    page: (cursor, signal) =>
      answered(
        clientAt(division).GET('/duties', { params: { query: { division, limit: 20, ...from(cursor) } }, signal }),
      ),
    everyMs: 10_000,
  })

async function everybodyIn(village: PlaceCode, signal: AbortSignal): Promise<readonly Person[]> {
  const people: Person[] = []
  let cursor: string | undefined
  do {
    const page = await answered(
      clientAt(village).GET('/villages/{village}/people', {
        params: { path: { village }, query: { limit: 500, ...from(cursor) } },
        signal,
      }),
    )
    people.push(...page.people)
    cursor = page.cursor
  } while (cursor !== undefined)
  return people
}

/** S3: the registers of one village, or of all that a township consults together (P9e). */
export const peopleQuery = (villages: readonly PlaceCode[]) =>
  queryOptions({
    queryKey: ['people', ...villages],
    queryFn: async ({ signal }) => (await Promise.all(villages.map((one) => everybodyIn(one, signal)))).flat(),
  })

export const templateQuery = (village: PlaceCode) =>
  queryOptions({
    queryKey: ['place', village, 'template'],
    queryFn: ({ signal }) =>
      answered(clientAt(village).GET('/villages/{village}/template', { params: { path: { village } }, signal })),
  })
