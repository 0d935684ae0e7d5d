import {
  type Actor,
  isOfficerRole,
  type PlaceCode,
  placeCode,
  type Role,
  seatsOf,
  tenantOf,
  within,
} from '@xieshang/kernel'
import { Problem } from './problem.ts'

/** An officer who signed in; the system itself never comes through an API. */
export type Officer = Actor & { readonly role: Role }

const claim = (claims: Readonly<Record<string, unknown>>, name: string): string => {
  const value = claims[name]
  return typeof value === 'string' ? value : ''
}

/**
 * Who acts, from the claims that the API's authorizer has verified. A token that names another tenant, an unknown
 * role, or a division that does not lie in its tenant is refused.
 * @param tenant code of the county (6 digits) or the city (4 digits) that this function serves
 */
export function actorOf(claims: Readonly<Record<string, unknown>> | undefined, tenant: PlaceCode): Officer {
  if (claims === undefined) throw Problem.of('unauthorised')
  const role = claim(claims, 'role')
  const sub = claim(claims, 'sub')
  if (sub === '' || !isOfficerRole(role)) throw Problem.of('forbidden')
  const { data: division } = placeCode(...seatsOf(role)).safeParse(claims.division)
  if (division === undefined) throw Problem.of('forbidden')
  const own = tenantOf(division)
  if (claim(claims, 'tenant') !== own || !within(own, tenant)) throw Problem.of('forbidden')
  return { sub, name: claim(claims, 'name') || sub, role, division }
}
