import { documentImplementation } from '@xieshang/http'
import { countyDocument } from '@xieshang/http/documents'
import { environment } from '../../wiring/environment.ts'
import { openFunction } from '../open.ts'

const { TENANT: tenant } = environment('TENANT')

/** The API's own description. It knows every operation, and nobody else needs all of them. */
export const handler = openFunction([documentImplementation(() => countyDocument(tenant))])
