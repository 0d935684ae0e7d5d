import { type DraftApi, type Implementation, implement } from '@xieshang/http'
import type { Drafts } from '@xieshang/store'
import { page } from './page.ts'

/** What an officer typed and has not sent: read, kept and thrown away by nobody but them. */
export function draftOperations(api: DraftApi, drafts: Drafts): Implementation[] {
  return [
    implement(api.getDrafts, async ({ actor: { sub }, params: { place, about }, query, prove }) => {
      prove(place, 'around')
      return page(drafts.list({ sub, place, about }, { now: new Date().toISOString(), ...query }))
    }),

    implement(api.putDraft, async ({ actor: { sub }, params: { place, about, form }, body, prove }) => {
      prove(place, 'around')
      const kept = { form, typed: body.typed, keptAt: new Date().toISOString() }
      await drafts.keep({ sub, place, about }, kept)
      return kept
    }),

    implement(api.deleteDraft, async ({ actor: { sub }, params: { place, about, form }, prove }) => {
      prove(place, 'around')
      await drafts.forget({ sub, place, about }, form)
      return { form }
    }),
  ]
}
