import { type CommandType, commandPath, type Template } from '@xieshang/rules'
import createClient from 'openapi-fetch'
import { authorization } from '../office/session.ts'
import { timedFetch } from '../shared/clock.ts'
import { ApiFailure, dataOf, type Problem } from '../shared/problem.ts'
import { languageHeader } from '../texts/language.ts'
import type { components, paths } from './county.gen.d.ts'

export type Consultation = components['schemas']['Consultation']
export type ConsultationView = components['schemas']['ConsultationView']
export type Seat = components['schemas']['Seat']
export type Applications = components['schemas']['Applications']
export type KeptTemplate = components['schemas']['KeptTemplate']
export type RecordPage = components['schemas']['RecordPage']
export type Opinion = components['schemas']['Opinion']
export type Person = components['schemas']['Person']
export type ImportResult = components['schemas']['ImportResult']
export type ListedDuty = components['schemas']['ListedDuty']
export type ParameterSettings = components['schemas']['ParameterSettings']
export type CatalogueSettings = components['schemas']['CatalogueSettings']
type BodyOf<P extends '/settings/parameters' | '/settings/catalogue'> = NonNullable<
  paths[P]['post']['requestBody']
>['content']['application/json']
type NewParameters = BodyOf<'/settings/parameters'>
type NewCatalogue = BodyOf<'/settings/catalogue'>
export type NewTopic = NonNullable<paths['/consultations']['post']['requestBody']>['content']['application/json']
export type AccountBody = NonNullable<paths['/settings/wechat']['put']['requestBody']>['content']['application/json']
export type NewPerson = NonNullable<
  paths['/villages/{village}/people']['post']['requestBody']
>['content']['application/json']

const headers = async () => ({ authorization: await authorization(), ...languageHeader() })

/** What officers ask of their county. */
export function staffOf(county: string) {
  const baseUrl = `/api/${county}`
  const client = createClient<paths>({ baseUrl, fetch: timedFetch })
  const file = async (path: string): Promise<Blob> => {
    const response = await timedFetch(`${baseUrl}${path}`, { headers: await headers() })
    if (!response.ok) throw new ApiFailure((await response.json()) as Problem)
    return response.blob()
  }
  return {
    me: async () => dataOf(await client.GET('/me', { headers: await headers() })),
    division: async (code: string) =>
      dataOf(await client.GET('/divisions/{code}', { params: { path: { code } }, headers: await headers() })),
    catalogue: async () => dataOf(await client.GET('/catalogue', { headers: await headers() })),
    duties: async (division: string, cursor?: string) =>
      dataOf(
        await client.GET('/duties', {
          params: { query: { division, limit: 20, ...(cursor !== undefined && { cursor }) } },
          headers: await headers(),
        }),
      ),
    dutiesOf: async (id: string) =>
      dataOf(await client.GET('/consultations/{id}/duties', { params: { path: { id } }, headers: await headers() })),
    parameters: async () => dataOf(await client.GET('/settings/parameters', { headers: await headers() })),
    setParameters: async (body: NewParameters, revision: number, key: string) =>
      dataOf(
        await client.POST('/settings/parameters', {
          params: { header: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` } },
          body,
          headers: await headers(),
        }),
      ),
    catalogueVersions: async () => dataOf(await client.GET('/settings/catalogue', { headers: await headers() })),
    setCatalogue: async (body: NewCatalogue, revision: number, key: string) =>
      dataOf(
        await client.POST('/settings/catalogue', {
          params: { header: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` } },
          body,
          headers: await headers(),
        }),
      ),
    officialAccount: async () => dataOf(await client.GET('/settings/wechat', { headers: await headers() })),
    connectOfficialAccount: async (body: AccountBody) =>
      dataOf(await client.PUT('/settings/wechat', { body, headers: await headers() })),
    disconnectOfficialAccount: async () =>
      dataOf(await client.DELETE('/settings/wechat', { headers: await headers() })),
    people: async (village: string): Promise<Person[]> => {
      const people: Person[] = []
      let cursor: string | undefined
      do {
        const page = dataOf(
          await client.GET('/villages/{village}/people', {
            params: { path: { village }, query: { limit: 500, ...(cursor !== undefined && { cursor }) } },
            headers: await headers(),
          }),
        )
        people.push(...page.people)
        cursor = page.cursor
      } while (cursor !== undefined)
      return people
    },
    addPerson: async (village: string, body: NewPerson, key: string) =>
      dataOf(
        await client.POST('/villages/{village}/people', {
          params: { path: { village }, header: { 'Idempotency-Key': key } },
          body,
          headers: await headers(),
        }),
      ),
    importPeople: async (village: string, csv: string, key: string): Promise<ImportResult> => {
      const response = await timedFetch(`${baseUrl}/villages/${village}/people/import`, {
        method: 'POST',
        headers: { ...(await headers()), 'content-type': 'text/csv', 'idempotency-key': key },
        body: csv,
      })
      const body: unknown = await response.json()
      if (!response.ok) throw new ApiFailure(body as Problem)
      return body as ImportResult
    },
    imported: async (village: string, id: string) =>
      dataOf(
        await client.GET('/villages/{village}/imports/{id}', {
          params: { path: { village, id } },
          headers: await headers(),
        }),
      ),
    list: async (division: string, query: { q?: string; cursor?: string; limit?: number } = {}) =>
      dataOf(
        await client.GET('/consultations', { params: { query: { division, ...query } }, headers: await headers() }),
      ),
    turnout: async (id: string) =>
      dataOf(await client.GET('/consultations/{id}/turnout', { params: { path: { id } }, headers: await headers() })),
    dissents: async (id: string, cursor?: string) =>
      dataOf(
        await client.GET('/consultations/{id}/dissents', {
          params: { path: { id }, query: cursor === undefined ? {} : { cursor } },
          headers: await headers(),
        }),
      ),
    archive: async ({
      division,
      q,
      models,
      cursor,
    }: {
      division: string
      q: string
      models: boolean
      cursor?: string
    }) =>
      dataOf(
        await client.GET('/divisions/{code}/archive', {
          params: {
            path: { code: division },
            query: { q, models: models ? 'true' : 'false', ...(cursor !== undefined && { cursor }) },
          },
          headers: await headers(),
        }),
      ),
    propose: async (body: NewTopic, key: string) =>
      dataOf(
        await client.POST('/consultations', {
          params: { header: { 'Idempotency-Key': key } },
          body,
          headers: await headers(),
        }),
      ),
    one: async (id: string) =>
      dataOf(await client.GET('/consultations/{id}', { params: { path: { id } }, headers: await headers() })),
    seats: async (id: string, query: { cursor?: string; of?: string } = {}) =>
      dataOf(
        await client.GET('/consultations/{id}/seats', { params: { path: { id }, query }, headers: await headers() }),
      ),
    opinions: async (id: string, kind: Opinion['kind'], cursor?: string) =>
      dataOf(
        await client.GET('/consultations/{id}/opinions', {
          params: { path: { id }, query: { kind, limit: 20, ...(cursor !== undefined && { cursor }) } },
          headers: await headers(),
        }),
      ),
    events: async (id: string, query: { cursor?: string }) =>
      dataOf(
        await client.GET('/consultations/{id}/events', { params: { path: { id }, query }, headers: await headers() }),
      ),
    applications: async (id: string, which: 'waiting' | 'decided', cursor?: string) =>
      dataOf(
        await client.GET('/consultations/{id}/applications', {
          params: { path: { id }, query: { which, limit: 50, ...(cursor !== undefined && { cursor }) } },
          headers: await headers(),
        }),
      ),
    decideApplications: async (
      id: string,
      body: { applications: string[]; admit: boolean; reason: string },
      key: string,
    ) =>
      dataOf(
        await client.POST('/consultations/{id}/decide-application', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body,
          headers: await headers(),
        }),
      ),
    template: async (village: string) =>
      dataOf(
        await client.GET('/villages/{village}/template', { params: { path: { village } }, headers: await headers() }),
      ),
    keepTemplate: async (village: string, body: Template) =>
      dataOf(
        await client.PUT('/villages/{village}/template', {
          params: { path: { village } },
          body,
          headers: await headers(),
        }),
      ),
    recordPage: async (id: string) =>
      dataOf(await client.GET('/consultations/{id}/record', { params: { path: { id } }, headers: await headers() })),
    record: (id: string) => file(`/consultations/${id}/record.docx`),
    chain: (id: string, part: number) => file(`/consultations/${id}/chain.ndjson?part=${part}`),
    handInPhoto: async (id: string, jpeg: string, key: string) =>
      dataOf(
        await client.POST('/consultations/{id}/photos', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body: { jpeg },
          headers: await headers(),
        }),
      ),
    photo: (id: string, photo: string) => file(`/consultations/${id}/photos/${photo}`),
    /** A command of the rules, on the version it was thought for. */
    command: async (
      id: string,
      version: number,
      type: CommandType,
      body: unknown,
      key: string,
    ): Promise<ConsultationView> => {
      const response = await timedFetch(`${baseUrl}/consultations/${id}/${commandPath(type)}`, {
        method: 'POST',
        headers: {
          ...(await headers()),
          'content-type': 'application/json',
          'idempotency-key': key,
          'if-match': `"${version}"`,
        },
        body: JSON.stringify(body),
      })
      const answer: unknown = await response.json()
      if (!response.ok) throw new ApiFailure(answer as Problem)
      return answer as ConsultationView
    },
  }
}

/** Who is signed in. */
export type Me = Awaited<ReturnType<ReturnType<typeof staffOf>['me']>>
