import type { Implementation } from '@xieshang/http'
import { environment } from '../wiring/environment.ts'
import { type HttpFunction, httpFunction } from '../wiring/http.ts'

/** A part of what anybody reaches without a token; the front proves the address of who asks. */
export const openFunction = (implementations: readonly Implementation[]): HttpFunction =>
  httpFunction('resident', implementations, environment('FRONT_SECRET').FRONT_SECRET)
