import { commandPath, type Template } from '@xieshang/rules'
import { answered, clientOf } from './client.ts'
import type { components, paths } from './county.gen.d.ts'
import type { Body, CountyPaths, OfficerCommand } from './families.ts'
import { signedIn } from './signedIn.ts'

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
export type AccountBody = NonNullable<paths['/settings/wechat']['put']['requestBody']>['content']['application/json']
export type NewPerson = NonNullable<
  paths['/villages/{village}/people']['post']['requestBody']
>['content']['application/json']

/** A county's API for who is signed in there. */
export const countyClient = (county: string) => clientOf<CountyPaths>(`/api/${county}`, signedIn)

/** What officers ask of their county. */
export function staffOf(county: string) {
  const client = countyClient(county)
  return {
    me: () => answered(client.GET('/me')),
    division: (code: string) => answered(client.GET('/divisions/{code}', { params: { path: { code } } })),
    catalogue: () => answered(client.GET('/catalogue')),
    duties: (division: string, cursor?: string) =>
      answered(
        client.GET('/duties', {
          params: { query: { division, limit: 20, ...(cursor !== undefined && { cursor }) } },
        }),
      ),
    dutiesOf: (id: string) => answered(client.GET('/consultations/{id}/duties', { params: { path: { id } } })),
    parameters: () => answered(client.GET('/settings/parameters')),
    setParameters: (body: NewParameters, revision: number, key: string) =>
      answered(
        client.POST('/settings/parameters', {
          params: { header: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` } },
          body,
        }),
      ),
    catalogueVersions: () => answered(client.GET('/settings/catalogue')),
    setCatalogue: (body: NewCatalogue, revision: number, key: string) =>
      answered(
        client.POST('/settings/catalogue', {
          params: { header: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` } },
          body,
        }),
      ),
    officialAccount: () => answered(client.GET('/settings/wechat')),
    connectOfficialAccount: (body: AccountBody) => answered(client.PUT('/settings/wechat', { body })),
    disconnectOfficialAccount: () => answered(client.DELETE('/settings/wechat')),
    people: async (village: string): Promise<Person[]> => {
      const people: Person[] = []
      let cursor: string | undefined
      do {
        const page = await answered(
          client.GET('/villages/{village}/people', {
            params: { path: { village }, query: { limit: 500, ...(cursor !== undefined && { cursor }) } },
          }),
        )
        people.push(...page.people)
        cursor = page.cursor
      } while (cursor !== undefined)
      return people
    },
    addPerson: (village: string, body: NewPerson, key: string) =>
      answered(
        client.POST('/villages/{village}/people', {
          params: { path: { village }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    importPeople: (village: string, csv: string, key: string) =>
      answered(
        client.POST('/villages/{village}/people/import', {
          params: { path: { village }, header: { 'Idempotency-Key': key } },
          headers: { 'content-type': 'text/csv' },
          body: csv,
          bodySerializer: (text) => text,
        }),
      ),
    imported: (village: string, id: string) =>
      answered(
        client.GET('/villages/{village}/imports/{id}', {
          params: { path: { village, id } },
        }),
      ),
    list: (division: string, query: { q?: string; cursor?: string; limit?: number } = {}) =>
      answered(client.GET('/consultations', { params: { query: { division, ...query } } })),
    turnout: (id: string) => answered(client.GET('/consultations/{id}/turnout', { params: { path: { id } } })),
    dissents: (id: string, cursor?: string) =>
      answered(
        client.GET('/consultations/{id}/dissents', {
          params: { path: { id }, query: cursor === undefined ? {} : { cursor } },
        }),
      ),
    archive: ({ division, q, models, cursor }: { division: string; q: string; models: boolean; cursor?: string }) =>
      answered(
        client.GET('/divisions/{code}/archive', {
          params: {
            path: { code: division },
            query: { q, models: models ? 'true' : 'false', ...(cursor !== undefined && { cursor }) },
          },
        }),
      ),
    propose: (body: Body, key: string) =>
      answered(
        client.POST('/consultations', {
          params: { header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    one: (id: string) => answered(client.GET('/consultations/{id}', { params: { path: { id } } })),
    seats: (id: string, query: { cursor?: string; of?: string } = {}) =>
      answered(client.GET('/consultations/{id}/seats', { params: { path: { id }, query } })),
    opinions: (id: string, kind: Opinion['kind'], cursor?: string) =>
      answered(
        client.GET('/consultations/{id}/opinions', {
          params: { path: { id }, query: { kind, limit: 20, ...(cursor !== undefined && { cursor }) } },
        }),
      ),
    events: (id: string, query: { cursor?: string }) =>
      answered(client.GET('/consultations/{id}/events', { params: { path: { id }, query } })),
    applications: (id: string, which: 'waiting' | 'decided', cursor?: string) =>
      answered(
        client.GET('/consultations/{id}/applications', {
          params: { path: { id }, query: { which, limit: 50, ...(cursor !== undefined && { cursor }) } },
        }),
      ),
    decideApplications: (id: string, body: { applications: string[]; admit: boolean; reason: string }, key: string) =>
      answered(
        client.POST('/consultations/{id}/decide-application', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    template: (village: string) =>
      answered(client.GET('/villages/{village}/template', { params: { path: { village } } })),
    keepTemplate: (village: string, body: Template) =>
      answered(
        client.PUT('/villages/{village}/template', {
          params: { path: { village } },
          body,
        }),
      ),
    recordPage: (id: string) => answered(client.GET('/consultations/{id}/record', { params: { path: { id } } })),
    record: (id: string) =>
      answered(client.GET('/consultations/{id}/record.docx', { params: { path: { id } }, parseAs: 'blob' })),
    chain: (id: string, part: number) =>
      answered(
        client.GET('/consultations/{id}/chain.ndjson', { params: { path: { id }, query: { part } }, parseAs: 'blob' }),
      ),
    handInPhoto: (id: string, jpeg: string, key: string) =>
      answered(
        client.POST('/consultations/{id}/photos', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body: { jpeg },
        }),
      ),
    photo: (id: string, photo: string) =>
      answered(client.GET('/consultations/{id}/photos/{photo}', { params: { path: { id, photo } }, parseAs: 'blob' })),
    /** A command of the rules, on the version it was thought for. */
    command: (id: string, version: number, type: OfficerCommand, body: Body, key: string) =>
      answered(
        client.POST('/consultations/{id}/{command}', {
          params: {
            path: { id, command: commandPath(type) },
            header: { 'Idempotency-Key': key, 'If-Match': `"${version}"` },
          },
          body,
        }),
      ),
  }
}

/** Who is signed in. */
export type Me = Awaited<ReturnType<ReturnType<typeof staffOf>['me']>>
