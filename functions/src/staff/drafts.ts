import { type Implementation, implement, staffApi } from '@xieshang/http'
import type { CountyStore } from '@xieshang/store'
import { page } from './answers.ts'

/** What an officer typed and has not sent: read, kept and thrown away by nobody but them. */
export function draftOperations({ drafts }: CountyStore): Implementation[] {
  return [
    implement(staffApi.getDrafts, async ({ actor: { sub }, params: { place, about }, query, prove }) => {
      prove(place, 'around')
      return page(drafts.list({ sub, place, about }, { now: new Date().toISOString(), ...query }))
    }),

    implement(staffApi.putDraft, async ({ actor: { sub }, params: { place, about, form }, body, prove }) => {
      prove(place, 'around')
      const kept = { form, typed: body.typed, keptAt: new Date().toISOString() }
      await drafts.keep({ sub, place, about }, kept)
      return kept
    }),

    implement(staffApi.deleteDraft, async ({ actor: { sub }, params: { place, about, form }, prove }) => {
      prove(place, 'around')
      await drafts.forget({ sub, place, about }, form)
      return { form }
    }),
  ]
}
