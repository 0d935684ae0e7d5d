import type { Scratch } from './scratch.ts'

/** A grid worker, who looks after a part of a village. */
export function addRole({ insert }: Scratch): void {
  insert(
    'packages/kernel/src/roles.ts',
    '  system: { label',
    "  gridWorker: { label: text('网格员', 'Grid worker'), seats: ['village'], verbs: ['look', 'read'] },\n",
  )
}

/** Prints what the role may do, and what its token says. */
export const roleScript = `
  import { may } from './packages/kernel/src/index.ts'
  process.env.TENANT = '3311'
  const { handler } = await import('./functions/src/claims/handler.ts')
  const userAttributes = { sub: 'a', name: '网格员', 'custom:role': 'gridWorker', 'custom:division': '331102001001' }
  const { response } = await handler({ request: { userAttributes }, response: {} })
  const actor = { role: 'gridWorker', division: '331102001001' }
  process.stdout.write(JSON.stringify({
    reads: may(actor, 'read', '331102001001'),
    conducts: may(actor, 'conduct', '331102001001'),
    readsElsewhere: may(actor, 'read', '331102001002'),
    claims: response.claimsAndScopeOverrideDetails?.accessTokenGeneration?.claimsToAddOrOverride,
  }))
`
