import type { IncomingMessage, ServerResponse } from 'node:http'
import type { JWK } from 'jose'
import Provider from 'oidc-provider'
import type { Clock } from '../clock/clock.ts'
import { readAhead } from '../clock/date.ts'
import type { Page } from '../http/gateway.ts'
import type { State } from '../state/state.ts'
import type { Identity } from './identity.ts'
import { openSessions } from './sessions.ts'

const eightHours = 8 * 3600

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

/** The desk's OpenID provider under `/oidc`: it asks who one is, and for no password. */
export function identityPages(options: {
  readonly issuer: string
  readonly origins: readonly string[]
  readonly key: JWK
  readonly cookieSecret: string
  readonly identity: Identity
  readonly state: State
  readonly clock: Clock
}): Page {
  const { audience, claims, claimsOf, clientId, signInPage, accountIn } = options.identity
  const provider = new Provider(options.issuer, {
    adapter: openSessions(options.state, options.clock),
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: options.origins.map((origin) => `${origin}/callback`),
        post_logout_redirect_uris: options.origins.map((origin) => `${origin}/`),
      },
    ],
    jwks: { keys: [options.key] },
    cookies: { keys: [options.cookieSecret] },
    claims: { openid: ['sub', ...claims] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => {
      const known = claimsOf(id)
      return known === undefined ? undefined : { accountId: id, claims: () => ({ sub: id, ...known }) }
    },
    extraTokenClaims: (_context, token) =>
      'accountId' in token && token.accountId !== undefined ? claimsOf(token.accountId) : undefined,
    interactions: { url: (_context, interaction) => `/oidc/sign-in/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: eightHours,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          // Signing out asks nothing here: the form is sent by itself.
          context.body = `<!doctype html><meta charset="utf-8"><title>退出</title>${form}<script>const f=document.forms[0];f.append(Object.assign(document.createElement('input'),{type:'hidden',name:'logout',value:'yes'}));f.submit()</script>`
        },
      },
    },
    ttl: { AccessToken: eightHours, IdToken: eightHours, Session: eightHours, Grant: eightHours, Interaction: 3600 },
    // Everybody who signs in on the desk agrees to the one client there is.
    loadExistingGrant: async (context) => {
      const { client, session, provider: own } = context.oidc
      const known = session?.grantIdFor(client?.clientId ?? '')
      if (known !== undefined) {
        const grant = await own.Grant.find(known)
        if (grant !== undefined) return grant
      }
      const grant = new own.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' })
      grant.addOIDCScope('openid')
      grant.addResourceScope(audience, '')
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()

  async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = request.method === 'POST' ? accountIn(await formOf(request)) : undefined
    if (id === undefined || claimsOf(id) === undefined) {
      const refused = id !== undefined
      response
        .writeHead(refused ? 400 : 200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
        .end(signInPage(refused))
      return
    }
    await provider.interactionFinished(
      request,
      response,
      { login: { accountId: id } },
      { mergeWithLastSubmission: false },
    )
  }

  /** A browser keeps a cookie by the machine's time, not by the desk's. */
  function keepCookies(response: ServerResponse): void {
    const { setHeader } = response
    const ahead = readAhead(options.clock.ahead)
    // Some browsers take the time of the answer for the server's clock, and reckon from it how long a cookie lives.
    response.setHeader('date', new Date(options.clock.now() - ahead).toUTCString())
    // Each cookie that is added is handed over with those before it, which are by the machine's time already.
    const kept = new Set<string>()
    const byMachine = (cookie: string) => {
      if (kept.has(cookie)) return cookie
      const shifted = cookie.replace(/(?<=; expires=)[^;]+/i, (at) => new Date(Date.parse(at) - ahead).toUTCString())
      kept.add(shifted)
      return shifted
    }
    response.setHeader = (name, value) => {
      const cookies = name.toLowerCase() === 'set-cookie' && Array.isArray(value)
      return setHeader.call(response, name, cookies ? value.map(byMachine) : value)
    }
  }

  return (request, response, url) => options.clock.within(() => serve(request, response, url))

  async function serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    if (!url.pathname.startsWith('/oidc/')) return false
    keepCookies(response)
    if (url.pathname.startsWith('/oidc/sign-in/')) {
      await signIn(request, response)
      return true
    }
    // The provider learns from originalUrl that it is mounted below /oidc.
    Object.assign(request, { originalUrl: request.url })
    request.url = (request.url ?? '').slice('/oidc'.length)
    await callback(request, response)
    return true
  }
}
