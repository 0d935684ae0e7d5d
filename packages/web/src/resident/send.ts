import { useCallback, useRef, useState } from 'react'
import { isAnswered, newKey } from '../shared/problem.ts'

export type Sending<C, A, V> = {
  /** Sends the content under a key. */
  readonly send: (content: C, key: string) => Promise<A>
  /** Asks what stands at the county now. */
  readonly ask: () => Promise<V>
  /** Whether this content, sent before, is in what stands. */
  readonly stands: (view: V, content: C) => boolean
}

/**
 * What became of it: it was sent; or the page asked first and found that what was sent before had arrived (`same`: that
 * was this very content, and nothing is left to send).
 */
export type Sent<A, V> =
  | { readonly kind: 'sent'; readonly answer: A }
  | { readonly kind: 'stood'; readonly view: V; readonly same: boolean }

/**
 * Sends what may be lost on its way. The same content goes under the same key, changed content under a new one, so that
 * no answer ever speaks of another content. After a send without an answer it asks what stands before it sends again.
 */
export function createSender<C, A, V>(
  { send, ask, stands }: Sending<C, A, V>,
  keyOf: () => string = newKey,
): (content: C) => Promise<Sent<A, V>> {
  let last: { readonly shape: string; readonly key: string } | undefined
  let unanswered: C | undefined
  return async (content) => {
    const shape = JSON.stringify(content)
    if (unanswered !== undefined) {
      const view = await ask()
      const before = unanswered
      unanswered = undefined
      if (stands(view, before)) {
        const same = JSON.stringify(before) === shape
        last = undefined
        return { kind: 'stood', view, same }
      }
    }
    const { key } = last?.shape === shape ? last : { key: keyOf() }
    last = { shape, key }
    try {
      const answer = await send(content, key)
      // The next one is another, even in the same words.
      last = undefined
      return { kind: 'sent', answer }
    } catch (error) {
      if (!isAnswered(error)) unanswered = content
      throw error
    }
  }
}

/** A sender for a page, with whether it is under way and what went wrong. */
export function useSend<C, A, V>(sending: Sending<C, A, V>, onDone: (sent: Sent<A, V>, content: C) => void) {
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  // The sender remembers keys between renders; what it does is always that of the newest.
  const newest = useRef({ sending, onDone })
  newest.current = { sending, onDone }
  const [sender] = useState(() =>
    createSender<C, A, V>({
      send: (content, key) => newest.current.sending.send(content, key),
      ask: () => newest.current.sending.ask(),
      stands: (view, content) => newest.current.sending.stands(view, content),
    }),
  )
  const submit = useCallback(
    (content: C) => {
      setBusy(true)
      setError(undefined)
      sender(content)
        .then((sent) => newest.current.onDone(sent, content), setError)
        .finally(() => setBusy(false))
    },
    [sender],
  )
  return { submit, busy, error, unanswered: error !== undefined && !isAnswered(error) }
}
