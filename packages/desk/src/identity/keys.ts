import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import type { Clock } from '../clock/clock.ts'
import type { State } from '../state/state.ts'
import type { Identity } from './identity.ts'

const algorithm = 'RS256'
const hours = 8

/** The signing key of the desk's identity provider, made once and kept. */
export async function signingKey(state: State): Promise<JWK> {
  const kept = state.get('oidc-key')
  if (kept !== undefined) return JSON.parse(kept) as JWK
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true })
  const key = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), use: 'sig', alg: algorithm }
  state.set('oidc-key', JSON.stringify(key))
  return key
}

/** A token as the sign-in page would give it. @throws Error when there is no such account */
export async function mintToken(
  options: {
    readonly key: JWK
    readonly issuer: string
    readonly identity: Pick<Identity, 'audience' | 'claimsOf'>
    readonly clock: Pick<Clock, 'now'>
  },
  account: string,
): Promise<string> {
  const claims = options.identity.claimsOf(account)
  if (claims === undefined) throw new Error(`There is no account ${account}`)
  const issued = Math.floor(options.clock.now() / 1000)
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: algorithm, kid: options.key.kid ?? '', typ: 'at+jwt' })
    .setIssuer(options.issuer)
    .setAudience(options.identity.audience)
    .setSubject(account)
    .setIssuedAt(issued)
    .setExpirationTime(issued + hours * 3600)
    .sign(await importJWK(options.key, algorithm))
}
