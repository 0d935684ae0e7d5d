import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts'
import { address } from '../shared/addresses.ts'
import { isTold, now } from '../shared/clock.ts'
import { loadConfig } from '../shared/config.ts'

let managing: Promise<UserManager> | undefined

function manager(): Promise<UserManager> {
  managing ??= loadConfig().then(
    ({ issuer, clientId, audience }) =>
      new UserManager({
        authority: issuer,
        client_id: clientId,
        redirect_uri: `${location.origin}${address.callback()}`,
        post_logout_redirect_uri: `${location.origin}${address.start()}`,
        response_type: 'code',
        scope: 'openid',
        resource: audience,
        automaticSilentRenew: false,
        userStore: new WebStorageStateStore({ store: sessionStorage }),
      }),
  )
  return managing
}

/** When a token says that it ends, in seconds; an issuer may give tokens that say nothing. */
function endOf(token: string): number | undefined {
  const [, claims = ''] = token.split('.')
  try {
    const { exp } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: unknown }
    return typeof exp === 'number' ? exp : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether a token is over, as the API judges it: by the server's clock. Until the server has told its time, and for a token
 * that says nothing, by how long it was to last when it came.
 */
function isOver(user: User): boolean {
  const end = endOf(user.access_token)
  return end === undefined || !isTold() ? user.expired === true : end * 1000 <= now().getTime()
}

/** The officer who is signed in, if one is and the token still lasts. */
export async function currentUser(): Promise<User | undefined> {
  const user = await (await manager()).getUser()
  return user === null || isOver(user) ? undefined : user
}

/** Goes to the identity provider and comes back to this page. */
export async function signIn(): Promise<void> {
  await (await manager()).signinRedirect({ state: location.pathname + location.search })
}

/** Takes the answer of the identity provider. @returns the page to go on with */
export async function finishSignIn(): Promise<string> {
  const user = await (await manager()).signinRedirectCallback()
  return typeof user.state === 'string' ? user.state : address.office()
}

export async function signOut(): Promise<void> {
  await (await manager()).signoutRedirect()
}

/** The header that says who asks. Whoever is not signed in is sent to sign in. */
export async function authorization(): Promise<string> {
  const user = await currentUser()
  if (user !== undefined) return `Bearer ${user.access_token}`
  await signIn()
  return new Promise(() => undefined)
}

export type { User }
