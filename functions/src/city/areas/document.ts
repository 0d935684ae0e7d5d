import { documentImplementation } from '@xieshang/http'
import { cityDocument } from '@xieshang/http/documents'
import { httpFunction } from '../../wiring/http.ts'

/** The API's own description. */
export const handler = httpFunction('city', [documentImplementation(cityDocument)])
