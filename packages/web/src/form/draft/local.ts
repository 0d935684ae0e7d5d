import type { DraftPlace } from '../../api/drafts.ts'
import { now } from '../../shared/clock.ts'
import type { Draft } from '../values.ts'

/** A draft that the county does not have yet, or one that it is still to throw away. */
export type Unsent = { readonly typed: Draft | null; readonly at: number }

const keepMs = 30 * 86_400_000
const all = 'draft|'

const prefixOf = (owner: string, { api, place, about }: DraftPlace) => `${all}${owner}|${api}|${place}|${about}|`

const namesIn = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((name) => name.startsWith(all))

const read = (text: string | null): Unsent | undefined => {
  try {
    return text === null ? undefined : (JSON.parse(text) as Unsent)
  } catch {
    return undefined
  }
}

/**
 * What is typed, on this device, until the county has it: under who typed it, and thirty days at most.
 * @param storage where it outlives the tab
 */
export function openLocal(owner: string, at: DraftPlace, storage: Storage = localStorage) {
  const prefix = prefixOf(owner, at)
  return {
    /** By form. What is older than a draft may be is thrown away, whoever left it. */
    list(): Map<string, Unsent> {
      const found = new Map<string, Unsent>()
      for (const name of namesIn(storage)) {
        const unsent = read(storage.getItem(name))
        if (unsent === undefined || now().getTime() - unsent.at > keepMs) storage.removeItem(name)
        else if (name.startsWith(prefix)) found.set(name.slice(prefix.length), unsent)
      }
      return found
    },

    /** A device that is full keeps none: what is typed then lies in the page and with the county alone. */
    put(form: string, typed: Draft | null): void {
      try {
        storage.setItem(prefix + form, JSON.stringify({ typed, at: now().getTime() } satisfies Unsent))
      } catch {
        storage.removeItem(prefix + form)
      }
    },

    remove: (form: string): void => storage.removeItem(prefix + form),
  }
}

export type Local = ReturnType<typeof openLocal>
