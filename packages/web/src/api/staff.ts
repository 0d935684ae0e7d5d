import type { PlaceCode } from '@xieshang/kernel'
import type { DecideApplication, Template } from '@xieshang/rules'
import { commandPath } from '@xieshang/rules/deciding'
import { apiAddress } from '../shared/addresses.ts'
import { answered, clientOf } from './client.ts'
import type { components, paths } from './county.gen.d.ts'
import type { AnswerOf, Body, CountyPaths, OfficerCommand } from './families.ts'
import { signedIn } from './signedIn.ts'

export type Consultation = components['schemas']['Consultation']
export type ConsultationView = components['schemas']['ConsultationView']
export type Seat = components['schemas']['Seat']
export type Applications = components['schemas']['Applications']
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
/** Who is signed in. */
export type Me = AnswerOf<paths['/me']['get']>
export type NewPerson = NonNullable<
  paths['/villages/{village}/people']['post']['requestBody']
>['content']['application/json']

/** A county's API for who is signed in there. */
export const countyClient = (county: PlaceCode) => clientOf<CountyPaths>(apiAddress.county({ county }), signedIn)

/** What officers do in their county, and the files they take from it; what pages show stands in the queries. */
export function staffOf(county: PlaceCode) {
  const client = countyClient(county)
  return {
    setParameters: (body: NewParameters, revision: number, key: string) =>
      answered(
        client.POST('/settings/parameters', {
          params: { header: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` } },
          body,
        }),
      ),
    setCatalogue: (body: NewCatalogue, revision: number, key: string) =>
      answered(
        client.POST('/settings/catalogue', {
          params: { header: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` } },
          body,
        }),
      ),
    connectOfficialAccount: (body: AccountBody) => answered(client.PUT('/settings/wechat', { body })),
    disconnectOfficialAccount: () => answered(client.DELETE('/settings/wechat')),
    addPerson: (village: PlaceCode, body: NewPerson, key: string) =>
      answered(
        client.POST('/villages/{village}/people', {
          params: { path: { village }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    importPeople: (village: PlaceCode, csv: string, key: string) =>
      answered(
        client.POST('/villages/{village}/people/import', {
          params: { path: { village }, header: { 'Idempotency-Key': key } },
          headers: { 'content-type': 'text/csv' },
          body: csv,
          bodySerializer: (text) => text,
        }),
      ),
    imported: (village: PlaceCode, id: string) =>
      answered(
        client.GET('/villages/{village}/imports/{id}', {
          params: { path: { village, id } },
        }),
      ),
    propose: (body: Body, key: string) =>
      answered(
        client.POST('/consultations', {
          params: { header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    decideApplications: (id: string, body: DecideApplication, key: string) =>
      answered(
        client.POST('/consultations/{id}/decide-application', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    keepTemplate: (village: PlaceCode, body: Template) =>
      answered(
        client.PUT('/villages/{village}/template', {
          params: { path: { village } },
          body,
        }),
      ),
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
