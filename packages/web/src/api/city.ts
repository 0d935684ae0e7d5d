import type { EntryKind, IndicatorId } from '@xieshang/rules'
import type { components } from './city.gen.d.ts'
import { answered, clientOf } from './client.ts'
import type { Body, CityPaths } from './families.ts'
import { signedIn } from './signedIn.ts'

export type Dashboard = components['schemas']['Dashboard']
export type Overdue = components['schemas']['Overdue']
export type FigureDetail = components['schemas']['FigureDetail']

const client = clientOf<CityPaths>('/api/city', signedIn)

/** A place's dashboard; without a place, the reader's own. */
export const dashboardOf = (division: string): Promise<Dashboard> =>
  division === ''
    ? answered(client.GET('/dashboard'))
    : answered(client.GET('/dashboard/{division}', { params: { path: { division } } }))

export const figureOf = (division: string, indicator: IndicatorId, cursor?: string): Promise<FigureDetail> =>
  answered(
    client.GET('/figures/{division}/{indicator}', {
      params: { path: { division, indicator }, query: cursor === undefined ? {} : { cursor } },
    }),
  )

/** G3: what is overdue in a place, from a line on. */
export const overdueOf = (division: string, from = 0): Promise<Overdue> =>
  answered(client.GET('/overdue/{division}', { params: { path: { division }, query: { from } } }))

/** E4: what counties rewrote. */
export const rewrittenIn = () => answered(client.GET('/rewritten'))

/** The role in which the reader is signed in. */
export const whoAmI = () => answered(client.GET('/me'))

/** What the counties share with the whole city. */
export const sharedOf = (kind: EntryKind, cursor?: string) =>
  answered(client.GET('/shared/{kind}', { params: { path: { kind }, query: cursor === undefined ? {} : { cursor } } }))

export type Shared = Awaited<ReturnType<typeof sharedOf>>['entries'][number]

/** G3: the city's own supervision notes. The county enters what is sent in a moment. */
export const cityNotes = {
  send: (division: string, fields: Body, key: string) =>
    answered(client.POST('/notes', { params: { header: { 'Idempotency-Key': key } }, body: { division, fields } })),
  act: (county: string, id: string, act: string, body: Body, key: string) =>
    answered(
      client.POST('/notes/{county}/{id}/{act}', {
        params: { path: { county, id, act }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
}
