import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import type { Clock } from '../clock/clock.ts'
import type { State } from '../state/state.ts'
import { type Account, accountId, type Offices } from './accounts.ts'

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

/** A token as the sign-in page would give it. */
export async function mintToken(
  options: {
    readonly key: JWK
    readonly issuer: string
    readonly audience: string
    readonly offices: Pick<Offices, 'claimsOf'>
    readonly clock: Pick<Clock, 'now'>
  },
  account: Account,
): Promise<string> {
  const issued = Math.floor(options.clock.now() / 1000)
  return new SignJWT({ ...options.offices.claimsOf(account) })
    .setProtectedHeader({ alg: algorithm, kid: options.key.kid ?? '', typ: 'at+jwt' })
    .setIssuer(options.issuer)
    .setAudience(options.audience)
    .setSubject(accountId(account))
    .setIssuedAt(issued)
    .setExpirationTime(issued + hours * 3600)
    .sign(await importJWK(options.key, algorithm))
}
