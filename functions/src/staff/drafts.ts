import { type Implementation, implement } from '@xieshang/http'
import * as draftsApi from '@xieshang/http/operations/drafts'
import type { CountyStore } from '@xieshang/store'
import { page } from './answers.ts'

/** What an officer typed and has not sent: read, kept and thrown away by nobody but them. */
export function draftOperations({ drafts }: Pick<CountyStore, 'drafts'>): Implementation[] {
  return [
    implement(draftsApi.getDrafts, async ({ actor: { sub }, params: { place, about }, query, prove }) => {
      prove(place, 'around')
      return page(drafts.list({ sub, place, about }, { now: new Date().toISOString(), ...query }))
    }),

    implement(draftsApi.putDraft, async ({ actor: { sub }, params: { place, about, form }, body, prove }) => {
      prove(place, 'around')
      const kept = { form, typed: body.typed, keptAt: new Date().toISOString() }
      await drafts.keep({ sub, place, about }, kept)
      return kept
    }),

    implement(draftsApi.deleteDraft, async ({ actor: { sub }, params: { place, about, form }, prove }) => {
      prove(place, 'around')
      await drafts.forget({ sub, place, about }, form)
      return { form }
    }),
  ]
}
