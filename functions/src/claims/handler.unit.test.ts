import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda'
import { expect, it, vi } from 'vitest'
import { called } from '../../../test/functions/called.ts'

vi.stubEnv('TENANT', '3311')
const { handler: claims } = await import('./handler.ts')
const handler = called(claims)

const eventOf = (userAttributes: Record<string, string>) =>
  ({ request: { userAttributes }, response: {} }) as PreTokenGenerationV2TriggerEvent

it('puts role, division, tenant and name into the access token', async () => {
  const event = await handler(
    eventOf({ sub: 'a', name: '陈书记', 'custom:role': 'village', 'custom:division': '331102001001' }),
  )
  expect(event.response.claimsAndScopeOverrideDetails?.accessTokenGeneration?.claimsToAddOrOverride).toEqual({
    role: 'village',
    division: '331102001001',
    tenant: '331102',
    name: '陈书记',
  })
})

it.each([
  { 'custom:role': 'emperor', 'custom:division': '331102' },
  { 'custom:role': 'county' },
  { 'custom:role': 'county', 'custom:division': '33; DROP' },
])('adds nothing for a user who is not fully set up: %o', async (attributes) => {
  const event = await handler(eventOf({ sub: 'a', ...(attributes as Record<string, string>) }))
  expect(event.response.claimsAndScopeOverrideDetails).toBeUndefined()
})
