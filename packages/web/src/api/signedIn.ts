import type { Middleware } from 'openapi-fetch'
import { authorization, currentUser } from '../office/session.ts'

/** Says who asks. Whoever is not signed in is sent to sign in. */
export const signedIn: Middleware = {
  async onRequest({ request }) {
    request.headers.set('authorization', await authorization())
    return request
  },
}

/** Says who asks where somebody is signed in; nobody is sent to sign in for it. */
export const signedInAlready: Middleware = {
  async onRequest({ request }) {
    const user = await currentUser()
    if (user === undefined) throw new Error('Nobody is signed in')
    request.headers.set('authorization', `Bearer ${user.access_token}`)
    return request
  },
}
