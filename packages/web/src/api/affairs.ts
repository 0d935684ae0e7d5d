import type { EntryKind } from '@xieshang/rules'
import { answered } from './client.ts'
import type { components } from './county.gen.d.ts'
import type { Body } from './families.ts'
import { countyClient } from './staff.ts'

export type EntryCard = components['schemas']['EntryCard']
export type EntryView = components['schemas']['Entry']
export type CouncilReport = components['schemas']['CouncilReport']

type Asked = { readonly cursor?: string | undefined; readonly open?: boolean; readonly own?: boolean }

/** What officers do with the registers of their county. */
export function affairsOf(county: string) {
  const client = countyClient(county)
  return {
    list: (kind: EntryKind, division: string, { cursor, open, own }: Asked = {}) =>
      answered(
        client.GET('/affairs/{kind}', {
          params: {
            path: { kind },
            query: {
              division,
              ...(cursor !== undefined && { cursor }),
              ...(open === true && { open: 'true' as const }),
              ...(own === true && { own: 'true' as const }),
            },
          },
        }),
      ),
    one: (kind: EntryKind, id: string) =>
      answered(client.GET('/affairs/{kind}/{id}', { params: { path: { kind, id } } })),
    create: (kind: EntryKind, division: string, fields: Body, key: string) =>
      answered(
        client.POST('/affairs/{kind}', {
          params: { path: { kind }, header: { 'Idempotency-Key': key } },
          body: { division, fields },
        }),
      ),
    act: (kind: EntryKind, id: string, act: string, body: Body, key: string) =>
      answered(
        client.POST('/affairs/{kind}/{id}/{act}', {
          params: { path: { kind, id, act }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    councils: (division: string, year: number) =>
      answered(client.GET('/reports/councils/{division}', { params: { path: { division }, query: { year } } })),
    ledger: (division: string, year: number) =>
      answered(client.GET('/reports/subsidies/{division}', { params: { path: { division }, query: { year } } })),
    reviews: (division: string, year: number, from = 0) =>
      answered(client.GET('/reports/reviews/{division}', { params: { path: { division }, query: { year, from } } })),
    publishQuarter: (quarter: string, key: string) =>
      answered(
        client.POST('/reports/open-data', { params: { header: { 'Idempotency-Key': key } }, body: { quarter } }),
      ),
  }
}
