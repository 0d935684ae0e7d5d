import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock/clock.ts'
import type { State } from '../state/state.ts'
import type { Identity } from './identity.ts'
import { mintToken, signingKey } from './keys.ts'
import { identityPages } from './provider.ts'

/** Who signs in on a desk, ready to be asked; without an identity, nobody does. */
export async function openIdentity(
  identity: Identity | undefined,
  at: { readonly issuer: string; readonly origins: readonly string[]; readonly state: State; readonly clock: Clock },
) {
  if (identity === undefined)
    return {
      pages: [],
      config: {},
      token: async (): Promise<string> => {
        throw new Error('Nobody signs in on this desk')
      },
    }
  const { issuer, state, clock } = at
  const key = await signingKey(state)
  const cookieSecret = state.get('cookie-secret') ?? randomUUID()
  state.set('cookie-secret', cookieSecret)
  return {
    pages: [identityPages({ ...at, key, cookieSecret, identity })],
    /** What pages need to send people there. */
    config: { issuer, clientId: identity.clientId, audience: identity.audience },
    token: (account: string): Promise<string> => mintToken({ key, issuer, identity, clock }, account),
  }
}
