import type { PlaceCode } from '@xieshang/kernel'
import type { EntryKind } from '@xieshang/rules'
import { answered } from './client.ts'
import type { components } from './county.gen.d.ts'
import type { Body } from './families.ts'
import { countyClient } from './staff.ts'

export type EntryCard = components['schemas']['EntryCard']
export type EntryView = components['schemas']['Entry']
export type CouncilReport = components['schemas']['CouncilReport']

/** What officers do with the registers of their county. */
export function affairsOf(county: PlaceCode) {
  const client = countyClient(county)
  return {
    create: (kind: EntryKind, division: PlaceCode, fields: Body, key: string) =>
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
    chain: (kind: EntryKind, id: string, part: number, withValues: boolean) =>
      answered(
        client.GET('/affairs/{kind}/{id}/chain.ndjson', {
          params: { path: { kind, id }, query: { part, values: withValues ? 'true' : 'false' } },
          parseAs: 'blob',
        }),
      ),
    publishQuarter: (quarter: string, key: string) =>
      answered(
        client.POST('/reports/open-data', { params: { header: { 'Idempotency-Key': key } }, body: { quarter } }),
      ),
  }
}
