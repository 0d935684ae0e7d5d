import type { PlaceCode } from '@xieshang/kernel'
import { currentUser } from '../office/session.ts'
import { apiAddress } from '../shared/addresses.ts'
import { answered, clientOf } from './client.ts'
import type { components, paths } from './county.gen.d.ts'
import { signedInAlready } from './signedIn.ts'

/** Where forms stand: the API that keeps what is typed, the place, and what they are about: a consultation, an entry, something new. */
export type DraftPlace = {
  /** The code of a county, or `city`: both keep drafts in the same way. */
  readonly api: PlaceCode | 'city'
  readonly place: PlaceCode
  readonly about: string
}

type KeptDraft = components['schemas']['KeptDraft']

/** Who is signed in, by whose name in the token drafts are told apart; nothing where nobody is. */
export const draftOwner = async (): Promise<string | undefined> => (await currentUser())?.profile.sub

/** What an officer typed, as their county or the city keeps it. Nobody is sent to sign in for it: then it stays where it is. */
export function draftsOf({ api, place, about }: DraftPlace) {
  const address = api === 'city' ? apiAddress.city() : apiAddress.county({ county: api })
  const client = clientOf<paths>(address, signedInAlready)
  return {
    async list(): Promise<KeptDraft[]> {
      const all: KeptDraft[] = []
      let cursor: string | undefined
      do {
        const page = await answered(
          client.GET('/drafts/{place}/{about}', {
            params: { path: { place, about }, query: cursor === undefined ? {} : { cursor } },
          }),
        )
        all.push(...page.drafts)
        cursor = page.cursor
      } while (cursor !== undefined)
      return all
    },
    /** @param leaving the page goes away: the request is to outlive it, which browsers grant up to 64 KB */
    put: (form: string, typed: string, leaving: boolean) =>
      answered(
        client.PUT('/drafts/{place}/{about}/{form}', {
          params: { path: { place, about, form } },
          body: { typed },
          keepalive: leaving && typed.length < 20_000,
        }),
      ),
    remove: (form: string) =>
      answered(
        client.DELETE('/drafts/{place}/{about}/{form}', { params: { path: { place, about, form } }, keepalive: true }),
      ),
  }
}
