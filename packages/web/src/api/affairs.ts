import type { EntryKind, OpenQuarter, SharedEntry } from '@xieshang/rules'
import { authorization } from '../office/session.ts'
import { timedFetch } from '../shared/clock.ts'
import { ApiFailure, type Problem } from '../shared/problem.ts'
import { languageHeader } from '../texts/language.ts'
import type { components } from './county.gen.d.ts'

export type EntryCard = components['schemas']['EntryCard']
export type EntryView = components['schemas']['Entry']
export type CouncilReport = components['schemas']['CouncilReport']
export type ReviewReport = components['schemas']['ReviewReport']
export type Ledger = components['schemas']['Ledger']
export type PublicEntry = components['schemas']['PublicEntry']
export type Shared = SharedEntry & {
  readonly countyName: string
  readonly divisionName: string
  readonly open: readonly string[]
}

type Page<T> = { readonly entries: readonly T[]; readonly cursor?: string }

/** An answer as JSON. The registers' paths are made from their declarations, so they are not spelt out one by one. */
async function ask<T>(path: string, init: { key?: string; body?: unknown; open?: true } = {}): Promise<T> {
  const response = await timedFetch(`/api/${path}`, {
    method: init.body === undefined ? 'GET' : 'POST',
    headers: {
      ...languageHeader(),
      ...(init.open !== true && { authorization: await authorization() }),
      ...(init.body !== undefined && { 'content-type': 'application/json', 'idempotency-key': init.key ?? '' }),
    },
    ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
  })
  const answer: unknown = await response.json()
  if (!response.ok) throw new ApiFailure(answer as Problem)
  return answer as T
}

type EntryPage = Page<EntryCard> & {
  readonly above: readonly EntryCard[]
  readonly aboveGoesOn?: readonly { readonly division: string; readonly cursor: string }[]
}

type Asked = { readonly cursor?: string | undefined; readonly open?: boolean; readonly own?: boolean }

const flag = (name: string, set: boolean | undefined) => (set === true ? `&${name}=true` : '')

const next = (cursor: string | undefined) => (cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`)

/** What officers do with the registers of their county. */
export const affairsOf = (county: string) => ({
  list: (kind: EntryKind, division: string, { cursor, open, own }: Asked = {}) =>
    ask<EntryPage>(
      `${county}/affairs/${kind}?division=${division}${next(cursor)}${flag('open', open)}${flag('own', own)}`,
    ),
  one: (kind: EntryKind, id: string) => ask<EntryView>(`${county}/affairs/${kind}/${id}`),
  create: (kind: EntryKind, division: string, fields: unknown, key: string) =>
    ask<EntryView>(`${county}/affairs/${kind}`, { key, body: { division, fields } }),
  act: (kind: EntryKind, id: string, act: string, body: unknown, key: string) =>
    ask<EntryView>(`${county}/affairs/${kind}/${id}/${act}`, { key, body }),
  councils: (division: string, year: number) =>
    ask<CouncilReport>(`${county}/reports/councils/${division}?year=${year}`),
  ledger: (division: string, year: number) => ask<Ledger>(`${county}/reports/subsidies/${division}?year=${year}`),
  reviews: (division: string, year: number, from = 0) =>
    ask<ReviewReport>(`${county}/reports/reviews/${division}?year=${year}&from=${from}`),
  publishQuarter: (quarter: string, key: string) =>
    ask<OpenQuarter>(`${county}/reports/open-data`, { key, body: { quarter } }),
})

/** What the counties share with the whole city. */
export const sharedOf = (kind: EntryKind, cursor?: string) =>
  ask<Page<Shared>>(`city/shared/${kind}?${next(cursor).slice(1)}`)

/** G3: the city's own supervision notes. The county enters what is sent in a moment. */
export const cityNotes = {
  send: (division: string, fields: unknown, key: string) => ask('city/notes', { key, body: { division, fields } }),
  act: (county: string, note: string, act: string, body: unknown, key: string) =>
    ask(`city/notes/${county}/${note}/${act}`, { key, body }),
}

/** What everybody may read. */
export const publicAffairsOf = (county: string) => ({
  list: (kind: EntryKind, division: string, cursor?: string) =>
    ask<Page<PublicEntry>>(`${county}/public/affairs/${kind}?division=${division}${next(cursor)}`, { open: true }),
  openData: () =>
    ask<{ county: string; names: Record<string, string>; quarters: OpenQuarter[] }>(`${county}/public/open-data`, {
      open: true,
    }),
})
