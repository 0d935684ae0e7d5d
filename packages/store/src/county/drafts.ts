import { secondsOf } from '@xieshang/kernel'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'

/** Seconds for which what was typed is kept after the last change. */
const keepSeconds = 30 * 86_400

/** With drafts of the longest that are taken, as many as fit into an answer. */
const perPage = 10

/** Where a form stands: whose it is, at which place, and what it is about there. */
export type DraftPlace = { readonly sub: string; readonly place: string; readonly about: string }

export type KeptDraft = { readonly form: string; readonly typed: string; readonly keptAt: string }

/** What officers typed and have not sent yet. It lies under who typed it, and nobody else is led there. */
export function openDrafts(table: Table) {
  return {
    /** Those of one thing, a page at a time; a form without a draft is left out. */
    async list(
      { sub, place, about }: DraftPlace,
      { now, cursor }: { readonly now: string; readonly cursor?: string | undefined },
    ): Promise<{ drafts: KeptDraft[]; cursor?: string }> {
      const page = await table.page(entities.draft.partition({ sub }), {
        prefix: entities.draft.begin({ place, about }),
        limit: perPage,
        ...(cursor !== undefined && { cursor }),
      })
      // What is over goes by itself, hours after it was to.
      const alive = page.items.map(entities.draft.read).filter(({ expiresAt }) => expiresAt > secondsOf(now))
      const drafts = alive.map(({ form, typed, keptAt }) => ({ form, typed, keptAt }))
      return { drafts, ...(page.cursor !== undefined && { cursor: page.cursor }) }
    },

    /** Keeps it instead of what was kept before. */
    async keep(place: DraftPlace, draft: KeptDraft): Promise<void> {
      const expiresAt = secondsOf(draft.keptAt) + keepSeconds
      await table.put(entities.draft.item({ ...place, ...draft, expiresAt }))
    },

    forget: (place: DraftPlace, form: string): Promise<void> => table.delete(entities.draft.key({ ...place, form })),
  }
}
