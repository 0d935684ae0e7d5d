import { type DraftPlace, draftOwner, draftsOf } from '../../api/drafts.ts'
import { now } from '../../shared/clock.ts'
import { isAnswered } from '../../shared/problem.ts'
import type { Draft } from '../values.ts'
import { type Local, openLocal } from './local.ts'

/** What is typed into a form, and whether the county has it: since when, not yet, or not at all since it did not take it. */
export type Kept = { readonly typed: Draft; readonly keptAt?: string; readonly stays?: true }

/** What the county keeps. */
type Remote = Pick<ReturnType<typeof draftsOf>, 'list' | 'put' | 'remove'>

const pauseMs = 1200
const againMs = 15_000
/** As many characters the county takes. */
const longest = 100_000
const freshMs = 10_000

/**
 * The drafts of the forms of one thing: in the page at once, on this device as soon as the officer is known, with the
 * county a moment after typing pauses or as the page is left.
 * @param open gives the local copies of who is signed in; nothing where nobody is
 */
export function createDrafts(remote: Remote, open: () => Promise<Local | undefined>) {
  const kept = new Map<string, Kept>()
  /** Forms whose last change the county does not have; `null` stands for one that is thrown away. */
  const unsent = new Map<string, Draft | null>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  /** What is on its way, so that two changes of a form arrive in their order. */
  const sending = new Map<string, Promise<void>>()
  const listeners = new Set<() => void>()
  /** When each form was touched last, so that an answer that was under way does not undo it. */
  const touched = new Map<string, number>()
  let moment = 0
  let local: Local | undefined
  let loading: Promise<void> | undefined
  let loadedAt = Number.NEGATIVE_INFINITY

  const tell = () => {
    for (const listener of listeners) listener()
  }

  const say = (form: string, where: Omit<Kept, 'typed'>) => {
    const before = kept.get(form)
    if (before !== undefined) kept.set(form, { typed: before.typed, ...where })
    tell()
  }

  const later = (form: string, ms: number) => {
    clearTimeout(timers.get(form))
    timers.set(
      form,
      setTimeout(() => void send(form), ms),
    )
  }

  async function deliver(form: string, leaving: boolean): Promise<void> {
    const typed = unsent.get(form)
    if (typed === undefined) return
    try {
      if (typed === null) await remote.remove(form)
      else {
        const text = JSON.stringify(typed)
        if (text.length > longest) return say(form, { stays: true })
        const { keptAt } = await remote.put(form, text, leaving)
        if (unsent.get(form) === typed) say(form, { keptAt })
      }
      // What was typed meanwhile is on its way by itself.
      if (unsent.get(form) !== typed) return
      unsent.delete(form)
      local?.remove(form)
      touched.set(form, ++moment)
    } catch (error) {
      if (isAnswered(error)) say(form, { stays: true })
      else later(form, againMs)
    }
  }

  function send(form: string, leaving = false): Promise<void> {
    clearTimeout(timers.get(form))
    const sent = (sending.get(form) ?? Promise.resolve()).then(() => deliver(form, leaving))
    sending.set(form, sent)
    return sent
  }

  /** What this device has, and then what the county has of what was not touched here since. */
  async function load(): Promise<void> {
    local ??= await open()
    if (local === undefined) return
    for (const [form, typed] of unsent) local.put(form, typed)
    for (const [form, { typed }] of local.list()) {
      if (unsent.has(form)) continue
      unsent.set(form, typed)
      if (typed !== null) kept.set(form, { typed })
      later(form, pauseMs)
    }
    tell()
    const asked = moment
    const found = await remote.list()
    const isOurs = (form: string) => unsent.has(form) || (touched.get(form) ?? 0) > asked
    for (const [form, { keptAt }] of kept)
      if (keptAt !== undefined && !isOurs(form) && !found.some((draft) => draft.form === form)) kept.delete(form)
    for (const { form, typed, keptAt } of found)
      if (!isOurs(form) && kept.get(form)?.keptAt !== keptAt)
        kept.set(form, { typed: JSON.parse(typed) as Draft, keptAt })
    loadedAt = now().getTime()
    tell()
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    get: (form: string): Kept | undefined => kept.get(form),

    /** Reads them, once for all forms of a page; without an answer what is typed stays here. */
    load(): Promise<void> {
      if (now().getTime() - loadedAt < freshMs) return Promise.resolve()
      loading ??= load()
        .catch(() => undefined)
        .finally(() => {
          loading = undefined
        })
      return loading
    },

    /**
     * Somebody typed.
     * @param lasting what of it is to outlive the page: files and secrets do not
     */
    put(form: string, typed: Draft, lasting: Draft): void {
      touched.set(form, ++moment)
      kept.set(form, { typed })
      const last = Object.keys(lasting).length === 0 ? null : lasting
      unsent.set(form, last)
      local?.put(form, last)
      later(form, pauseMs)
      tell()
    },

    /** It was sent, or thrown away. */
    remove(form: string): void {
      if (!kept.delete(form)) return
      touched.set(form, ++moment)
      unsent.set(form, null)
      local?.put(form, null)
      tell()
      void send(form)
    },

    /** The page is left: whatever the county does not have is sent to it now. */
    flush: (): Promise<unknown> => Promise.all([...unsent.keys()].map((form) => send(form, true))),
  }
}

export type Drafts = ReturnType<typeof createDrafts>

const opened = new Map<string, Drafts>()

/** The drafts of one thing, the same for all its forms as long as the page lives. */
export function draftsAt(place: DraftPlace): Drafts {
  const name = `${place.api}|${place.place}|${place.about}`
  const there = opened.get(name)
  if (there !== undefined) return there
  const drafts = createDrafts(draftsOf(place), async () => {
    const owner = await draftOwner()
    return owner === undefined ? undefined : openLocal(owner, place)
  })
  if (opened.size === 0) flushOnLeaving()
  opened.set(name, drafts)
  return drafts
}

/** Sends what was typed last anywhere: before who typed it signs out, or the page goes. */
export const flushDrafts = (): Promise<unknown> => Promise.all([...opened.values()].map((drafts) => drafts.flush()))

/** Leaving the page, or turning to another one, sends what was typed last. */
function flushOnLeaving(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flushDrafts()
  })
  window.addEventListener('pagehide', () => void flushDrafts())
}
