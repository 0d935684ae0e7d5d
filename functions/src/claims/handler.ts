import { isOfficerRole, levels, placeCode, tenantOf } from '@xieshang/kernel'
import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda'
import { lambda } from '../wiring/lambda.ts'
import { logOf } from '../wiring/log.ts'

/**
 * Puts what an officer may do into the access token: role and division as the county's administrator set them on the
 * user, and the tenant that follows from the division. Without both, no claim is added and every API refuses.
 */
export const handler = lambda(logOf('claims'), async (event: PreTokenGenerationV2TriggerEvent) => {
  const attributes = event.request.userAttributes
  const role = attributes['custom:role'] ?? ''
  const { data: division } = placeCode(...levels).safeParse(attributes['custom:division'])
  if (!isOfficerRole(role) || division === undefined) return event
  const claims = { role, division, tenant: tenantOf(division), name: attributes.name ?? attributes.sub ?? '' }
  event.response.claimsAndScopeOverrideDetails = {
    accessTokenGeneration: { claimsToAddOrOverride: claims },
    idTokenGeneration: { claimsToAddOrOverride: claims },
  }
  return event
})
