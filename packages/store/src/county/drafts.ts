import { secondsOf } from '@xieshang/kernel'
import type { Item } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { keys } from './keys.ts'

/** Seconds for which what was typed is kept after the last change. */
const keepSeconds = 30 * 86_400

/** With drafts of the longest that are taken, as many as fit into an answer. */
const perPage = 10

/** Where a form stands: whose it is, at which place, and what it is about there. */
export type DraftPlace = { readonly sub: string; readonly place: string; readonly about: string }

export type KeptDraft = { readonly form: string; readonly typed: string; readonly keptAt: string }

const draftOf = ({ form, typed, keptAt }: Item): KeptDraft => ({
  form: String(form),
  typed: String(typed),
  keptAt: String(keptAt),
})

/** What officers typed and have not sent yet. It lies under who typed it, and nobody else is led there. */
export function openDrafts(table: Table) {
  return {
    /** Those of one thing, a page at a time; a form without a draft is left out. */
    async list(
      { sub, place, about }: DraftPlace,
      { now, cursor }: { readonly now: string; readonly cursor?: string | undefined },
    ): Promise<{ drafts: KeptDraft[]; cursor?: string }> {
      const page = await table.page(keys.drafts(sub), {
        prefix: keys.draftsAbout(place, about),
        limit: perPage,
        ...(cursor !== undefined && { cursor }),
      })
      // What is over goes by itself, hours after it was to.
      const alive = page.items.filter(({ expiresAt }) => Number(expiresAt) > secondsOf(now))
      return { drafts: alive.map(draftOf), ...(page.cursor !== undefined && { cursor: page.cursor }) }
    },

    /** Keeps it instead of what was kept before. */
    async keep({ sub, place, about }: DraftPlace, draft: KeptDraft): Promise<void> {
      await table.put({
        ...keys.draft(sub, place, about, draft.form),
        ...draft,
        expiresAt: secondsOf(draft.keptAt) + keepSeconds,
      })
    },

    forget: ({ sub, place, about }: DraftPlace, form: string): Promise<void> =>
      table.delete(keys.draft(sub, place, about, form)),
  }
}
