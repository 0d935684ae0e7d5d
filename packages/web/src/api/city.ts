import type { PlaceCode } from '@xieshang/kernel'
import { apiAddress } from '../shared/addresses.ts'
import type { components } from './city.gen.d.ts'
import { answered, clientOf } from './client.ts'
import type { AnswerOf, Body, CityPaths } from './families.ts'
import { signedIn } from './signedIn.ts'

export type Dashboard = components['schemas']['Dashboard']
export type Overdue = components['schemas']['Overdue']
export type Shared = AnswerOf<CityPaths['/shared/{kind}']['get']>['entries'][number]

/** The city's API for who is signed in there. */
export const cityClient = clientOf<CityPaths>(apiAddress.city(), signedIn)

/** G3: the city's own supervision notes. The county enters what is sent in a moment. */
export const cityNotes = {
  send: (division: PlaceCode, fields: Body, key: string) =>
    answered(cityClient.POST('/notes', { params: { header: { 'Idempotency-Key': key } }, body: { division, fields } })),
  act: (county: PlaceCode, id: string, act: string, body: Body, key: string) =>
    answered(
      cityClient.POST('/notes/{county}/{id}/{act}', {
        params: { path: { county, id, act }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
}
