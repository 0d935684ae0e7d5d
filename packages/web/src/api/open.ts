import type { PlaceCode } from '@xieshang/kernel'
import type { EntryKind } from '@xieshang/rules'
import { apiAddress } from '../shared/addresses.ts'
import { answered, clientOf } from './client.ts'
import type { components, paths } from './county.gen.d.ts'

export type LinkView = components['schemas']['LinkView']
export type CastBallot = NonNullable<
  paths['/links/{token}/ballot']['post']['requestBody']
>['content']['application/json']
export type Apply = NonNullable<
  paths['/public/consultations/{id}/applications']['post']['requestBody']
>['content']['application/json']
export type Screen = components['schemas']['Screen']
export type PublicConsultation = components['schemas']['PublicConsultation']
export type PublicEntry = components['schemas']['PublicEntry']
export type OpenQuarter = components['schemas']['OpenQuarter']

/** @param cursor from where on; from '' the first page */
const from = (cursor: string) => (cursor === '' ? {} : { cursor })

/** What anybody may ask of a county, without a token. */
export function openCounty(county: PlaceCode) {
  const client = clientOf<paths>(apiAddress.county({ county }))
  const keyed = (token: string, key: string) => ({ path: { token }, header: { 'Idempotency-Key': key } })
  return {
    link: (token: string) => answered(client.GET('/links/{token}', { params: { path: { token } } })),
    reply: (token: string, coming: boolean) =>
      answered(client.PUT('/links/{token}/reply', { params: { path: { token } }, body: { coming } })),
    opinion: (token: string, text: string, key: string) =>
      answered(client.POST('/links/{token}/opinions', { params: keyed(token, key), body: { text } })),
    feedback: (token: string, text: string, key: string) =>
      answered(client.POST('/links/{token}/feedback', { params: keyed(token, key), body: { text } })),
    ballot: (token: string, body: CastBallot, key: string) =>
      answered(client.POST('/links/{token}/ballot', { params: keyed(token, key), body })),
    list: (cursor: string) => answered(client.GET('/public/consultations', { params: { query: from(cursor) } })),
    one: (id: string) => answered(client.GET('/public/consultations/{id}', { params: { path: { id } } })),
    feedbackOf: (id: string, cursor: string) =>
      answered(client.GET('/public/consultations/{id}/feedback', { params: { path: { id }, query: { cursor } } })),
    apply: (id: string, body: Apply, key: string) =>
      answered(
        client.POST('/public/consultations/{id}/applications', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    applied: (id: string, token: string) =>
      answered(client.GET('/public/consultations/{id}/applications/{token}', { params: { path: { id, token } } })),
    catalogue: () => answered(client.GET('/public/catalogue')),
    entries: (kind: EntryKind, division: PlaceCode, cursor = '') =>
      answered(
        client.GET('/public/affairs/{kind}', { params: { path: { kind }, query: { division, ...from(cursor) } } }),
      ),
    openData: () => answered(client.GET('/public/open-data')),
    screen: (division: PlaceCode) => answered(client.GET('/screens/{division}', { params: { path: { division } } })),
  }
}
