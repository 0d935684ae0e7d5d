import createClient from 'openapi-fetch'
import { currentUser } from '../office/session.ts'
import { timedFetch } from '../shared/clock.ts'
import { dataOf } from '../shared/problem.ts'
import type { components, paths } from './county.gen.d.ts'

/** Where forms stand: the county, the place in it, and what they are about: a consultation, an entry, something new. */
export type DraftPlace = { readonly county: string; readonly place: string; readonly about: string }

type KeptDraft = components['schemas']['KeptDraft']

/** Who is signed in, by whose name in the token drafts are told apart; nothing where nobody is. */
export const draftOwner = async (): Promise<string | undefined> => (await currentUser())?.profile.sub

/** What an officer typed, as the county keeps it. Nobody is sent to sign in for it: then it stays where it is. */
export function draftsOf({ county, place, about }: DraftPlace) {
  const client = createClient<paths>({ baseUrl: `/api/${county}`, fetch: timedFetch })
  const headers = async () => {
    const user = await currentUser()
    if (user === undefined) throw new Error('Nobody is signed in')
    return { authorization: `Bearer ${user.access_token}` }
  }
  return {
    async list(): Promise<KeptDraft[]> {
      const all: KeptDraft[] = []
      let cursor: string | undefined
      do {
        const page = dataOf(
          await client.GET('/drafts/{place}/{about}', {
            params: { path: { place, about }, query: cursor === undefined ? {} : { cursor } },
            headers: await headers(),
          }),
        )
        all.push(...page.drafts)
        cursor = page.cursor
      } while (cursor !== undefined)
      return all
    },
    /** @param leaving the page goes away: the request is to outlive it, which browsers grant up to 64 KB */
    put: async (form: string, typed: string, leaving: boolean) =>
      dataOf(
        await client.PUT('/drafts/{place}/{about}/{form}', {
          params: { path: { place, about, form } },
          body: { typed },
          headers: await headers(),
          keepalive: leaving && typed.length < 20_000,
        }),
      ),
    remove: async (form: string) =>
      dataOf(
        await client.DELETE('/drafts/{place}/{about}/{form}', {
          params: { path: { place, about, form } },
          headers: await headers(),
          keepalive: true,
        }),
      ),
  }
}
