import type { IndicatorId } from '@xieshang/rules'
import createClient from 'openapi-fetch'
import { authorization } from '../office/session.ts'
import { timedFetch } from '../shared/clock.ts'
import { dataOf } from '../shared/problem.ts'
import { languageHeader } from '../texts/language.ts'
import type { components, paths } from './city.gen.d.ts'

export type Dashboard = components['schemas']['Dashboard']
export type Overdue = components['schemas']['Overdue']
export type FigureDetail = components['schemas']['FigureDetail']

const client = createClient<paths>({ baseUrl: '/api/city', fetch: timedFetch })
const headers = async () => ({ authorization: await authorization(), ...languageHeader() })

/** A place's dashboard; without a place, the reader's own. */
export async function dashboardOf(division: string): Promise<Dashboard> {
  if (division === '') return dataOf(await client.GET('/dashboard', { headers: await headers() }))
  return dataOf(await client.GET('/dashboard/{division}', { params: { path: { division } }, headers: await headers() }))
}

export async function figureOf(division: string, indicator: IndicatorId, cursor?: string): Promise<FigureDetail> {
  const query = cursor === undefined ? {} : { cursor }
  return dataOf(
    await client.GET('/figures/{division}/{indicator}', {
      params: { path: { division, indicator }, query },
      headers: await headers(),
    }),
  )
}

/** G3: what is overdue in a place, from a line on. */
export async function overdueOf(division: string, from = 0): Promise<Overdue> {
  const params = { path: { division }, query: { from } }
  return dataOf(await client.GET('/overdue/{division}', { params, headers: await headers() }))
}

/** E4: what counties rewrote. */
export const rewrittenIn = async () => dataOf(await client.GET('/rewritten', { headers: await headers() }))

/** The role in which the reader is signed in. */
export const whoAmI = async () => dataOf(await client.GET('/me', { headers: await headers() }))
