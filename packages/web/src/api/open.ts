import createClient from 'openapi-fetch'
import { timedFetch } from '../shared/clock.ts'
import { dataOf } from '../shared/problem.ts'
import { languageHeader } from '../texts/language.ts'
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

/** What anybody may ask of a county, without a token. */
export function openCounty(county: string) {
  const client = createClient<paths>({ baseUrl: `/api/${county}`, fetch: timedFetch })
  const headers = languageHeader()
  return {
    link: async (token: string) => dataOf(await client.GET('/links/{token}', { params: { path: { token } }, headers })),
    reply: async (token: string, coming: boolean) =>
      dataOf(await client.PUT('/links/{token}/reply', { params: { path: { token } }, body: { coming }, headers })),
    opinion: async (token: string, text: string, key: string) =>
      dataOf(
        await client.POST('/links/{token}/opinions', {
          params: { path: { token }, header: { 'Idempotency-Key': key } },
          body: { text },
          headers,
        }),
      ),
    feedback: async (token: string, text: string, key: string) =>
      dataOf(
        await client.POST('/links/{token}/feedback', {
          params: { path: { token }, header: { 'Idempotency-Key': key } },
          body: { text },
          headers,
        }),
      ),
    ballot: async (token: string, body: CastBallot, key: string) =>
      dataOf(
        await client.POST('/links/{token}/ballot', {
          params: { path: { token }, header: { 'Idempotency-Key': key } },
          body,
          headers,
        }),
      ),
    list: async (query: { cursor?: string }) =>
      dataOf(await client.GET('/public/consultations', { params: { query }, headers })),
    catalogue: async () => dataOf(await client.GET('/public/catalogue', { headers })),
    apply: async (id: string, body: Apply, key: string) =>
      dataOf(
        await client.POST('/public/consultations/{id}/applications', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body,
          headers,
        }),
      ),
    feedbackOf: async (id: string, cursor: string) =>
      dataOf(
        await client.GET('/public/consultations/{id}/feedback', {
          params: { path: { id }, query: { cursor } },
          headers,
        }),
      ),
    applied: async (id: string, token: string) =>
      dataOf(
        await client.GET('/public/consultations/{id}/applications/{token}', {
          params: { path: { id, token } },
          headers,
        }),
      ),
    screen: async (division: string) =>
      dataOf(await client.GET('/screens/{division}', { params: { path: { division } }, headers })),
    one: async (id: string) =>
      dataOf(await client.GET('/public/consultations/{id}', { params: { path: { id } }, headers })),
  }
}
