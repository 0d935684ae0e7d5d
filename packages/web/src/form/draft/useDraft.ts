import type { Fields } from '@xieshang/rules'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { DraftPlace } from '../../api/drafts.ts'
import type { Draft } from '../values.ts'
import { type Drafts, draftsAt, type Kept } from './drafts.ts'

/** Where a form stands, and which of the forms there it is. */
export type DraftKey = DraftPlace & { readonly form: string }

const nothing: Draft = {}
const never = () => () => undefined

/** Without files: those are handed in by themselves, and not kept for long. */
const lastingOf = (fields: Fields, typed: Draft): Draft =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => fields[name]?.input !== 'photo'))

/** What is typed into a form: kept with the county where the form has a place there, else only as long as it is open. */
export function useDraft(key: DraftKey | undefined, fields: Fields) {
  const [own, setOwn] = useState(nothing)
  const drafts: Drafts | undefined = key && draftsAt(key)
  const form = key?.form ?? ''
  const read = () => drafts?.get(form)
  const kept: Kept | undefined = useSyncExternalStore(drafts?.subscribe ?? never, read, read)
  useEffect(() => {
    void drafts?.load()
  }, [drafts])
  return {
    typed: drafts === undefined ? own : (kept?.typed ?? nothing),
    kept,
    change(update: (before: Draft) => Draft): void {
      if (drafts === undefined) setOwn(update)
      else {
        const typed = update(drafts.get(form)?.typed ?? nothing)
        if (Object.keys(typed).length === 0) drafts.remove(form)
        else drafts.put(form, typed, lastingOf(fields, typed))
      }
    },
    clear: () => (drafts === undefined ? setOwn(nothing) : drafts.remove(form)),
  }
}
