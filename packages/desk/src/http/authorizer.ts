import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose'
import type { Jwt } from './routes.ts'

type KeySet = ReturnType<typeof createRemoteJWKSet>

/** Verifies tokens as the HTTP API's JWT authorizer does: signature by the issuer's keys, issuer, audience, time. */
export function openAuthorizer(date: () => Date) {
  const keySets = new Map<string, Promise<KeySet>>()

  async function discover(issuer: string): Promise<KeySet> {
    const response = await fetch(`${issuer}/.well-known/openid-configuration`)
    if (!response.ok) throw new Error(`${issuer} answered ${response.status}`)
    const { jwks_uri: uri } = (await response.json()) as { jwks_uri: string }
    return createRemoteJWKSet(new URL(uri))
  }

  function keysOf(issuer: string): Promise<KeySet> {
    const known = keySets.get(issuer) ?? discover(issuer)
    keySets.set(issuer, known)
    known.catch(() => keySets.delete(issuer))
    return known
  }

  /** The token's claims, or undefined when it is not to be trusted. */
  return async (jwt: Jwt, header: string | undefined): Promise<JWTPayload | undefined> => {
    const token = /^(?:Bearer\s+)?(\S+)$/i.exec(header ?? '')?.[1]
    if (token === undefined) return undefined
    try {
      const { payload } = await jwtVerify(token, await keysOf(jwt.issuer), {
        issuer: jwt.issuer,
        audience: [...jwt.audience],
        currentDate: date(),
      })
      return payload
    } catch {
      return undefined
    }
  }
}

/** Claims as an HTTP API hands them on: every value is a string. */
export const claimsOf = (payload: JWTPayload): Record<string, string> =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  )
