import type { Fields, Ground } from '@xieshang/rules'
import { useEffect, useSyncExternalStore } from 'react'
import type { DraftPlace } from '../../api/drafts.ts'
import type { Draft } from '../values.ts'
import { draftsAt, type Kept } from './drafts.ts'
import { fittingOf } from './fitting.ts'
import { lastingOf } from './lasting.ts'

/** Where a form stands, and which of the forms there it is. */
export type DraftKey = DraftPlace & { readonly form: string }

const nothing: Draft = {}

/** What is typed into a form, kept until it is sent or thrown away, and whether some of it no longer fits the form. */
export function useDraft(key: DraftKey, fields: Fields, ground: Ground) {
  const drafts = draftsAt(key)
  const { form } = key
  const read = () => drafts.get(form)
  const kept: Kept | undefined = useSyncExternalStore(drafts.subscribe, read, read)
  useEffect(() => {
    void drafts.load()
  }, [drafts])
  const fitting = (all: Draft) => fittingOf(fields, all, ground)
  const typed = fitting(kept?.typed ?? nothing)
  return {
    typed,
    kept,
    outgrown: JSON.stringify(typed) !== JSON.stringify(kept?.typed ?? nothing),
    change(update: (before: Draft) => Draft): void {
      const next = update(fitting(drafts.get(form)?.typed ?? nothing))
      if (Object.keys(next).length === 0) drafts.remove(form)
      else drafts.put(form, next, lastingOf(fields, next))
    },
    clear: () => drafts.remove(form),
  }
}
