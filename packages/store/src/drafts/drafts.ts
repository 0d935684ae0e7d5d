import { type PlaceCode, secondsOf } from '@xieshang/kernel'
import type { Secrets } from '../county/secrets.ts'
import type { Item, Key } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { draft } from './entities.ts'

/** Seconds for which what was typed is kept after the last change. */
const keepSeconds = 30 * 86_400

/** With drafts of the longest that are taken, as many as fit into an answer. */
const perPage = 10

/** Where a form stands: whose it is, at which place, and what it is about there. */
export type DraftPlace = { readonly sub: string; readonly place: PlaceCode; readonly about: string }

export type KeptDraft = { readonly form: string; readonly typed: string; readonly keptAt: string }

/**
 * What officers typed and have not sent. It lies under who typed it, and nobody else is led there.
 * @param secrets seal it, where people's names and numbers may be among it; the city's notes are about offices
 */
export function openDrafts(table: Table, secrets?: Pick<Secrets, 'seal' | 'open'>) {
  const boundOf = ({ PK, SK }: Key) => `${PK}|${SK}`

  async function draftOf(item: Item): Promise<KeptDraft> {
    const { form, typed = '', sealed, keptAt } = draft.read(item)
    const words = secrets === undefined || sealed === undefined ? typed : await secrets.open(sealed, boundOf(item))
    return { form, typed: words, keptAt }
  }

  return {
    /** Those of one thing, a page at a time; a form without a draft is left out. */
    async list(
      at: DraftPlace,
      { now, cursor }: { readonly now: string; readonly cursor?: string | undefined },
    ): Promise<{ drafts: KeptDraft[]; cursor?: string }> {
      const page = await table.page(draft.partition({ sub: at.sub }), {
        prefix: draft.begin({ place: at.place, about: at.about }),
        limit: perPage,
        ...(cursor !== undefined && { cursor }),
      })
      // What is over goes by itself, hours after it was to.
      const alive = page.items.filter((item) => draft.read(item).expiresAt > secondsOf(now))
      const drafts = await Promise.all(alive.map(draftOf))
      return { drafts, ...(page.cursor !== undefined && { cursor: page.cursor }) }
    },

    /** Keeps it instead of what was kept before. */
    async keep(at: DraftPlace, { form, typed, keptAt }: KeptDraft): Promise<void> {
      const words =
        secrets === undefined ? { typed } : { sealed: await secrets.seal(typed, boundOf(draft.key({ ...at, form }))) }
      await table.put(draft.item({ ...at, form, keptAt, ...words, expiresAt: secondsOf(keptAt) + keepSeconds }))
    },

    forget: (at: DraftPlace, form: string): Promise<void> => table.delete(draft.key({ ...at, form })),
  }
}

export type Drafts = ReturnType<typeof openDrafts>
