import { countyDocument, documentImplementation } from '@xieshang/http'
import { county } from '../wiring/county.ts'
import { environment } from '../wiring/environment.ts'
import { httpFunction } from '../wiring/http.ts'
import { joiningOperations } from './joining.ts'
import { linkOperations } from './links.ts'
import { publicAffairs } from './publicAffairs.ts'
import { publicOperations } from './publicPages.ts'
import { screenOperations } from './screens.ts'

const { tenant, store } = county()

/** What residents reach without a password: personal links, public pages, and the API's own description. */
export const handler = httpFunction(
  'resident',
  [
    documentImplementation(() => countyDocument(tenant)),
    ...publicOperations(store, tenant),
    ...publicAffairs(store, tenant),
    ...screenOperations(store, tenant),
    ...joiningOperations(store),
    ...linkOperations(store),
  ],
  environment('FRONT_SECRET').FRONT_SECRET,
)
