import { useState } from 'react'
import { newKey } from '../shared/problem.ts'

/** One sending at a time, with its error; the same sent again carries the same key. */
export function useSending({
  version,
  onSend,
  onSent,
}: {
  version?: number
  onSend: (body: Record<string, unknown>, key: string) => Promise<void>
  onSent: () => void
}) {
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [last, setLast] = useState({ text: '', key: '' })
  async function send(body: Record<string, unknown>): Promise<void> {
    const text = JSON.stringify([body, version])
    const key = last.text === text ? last.key : newKey()
    setLast({ text, key })
    setBusy(true)
    setError(undefined)
    try {
      await onSend(body, key)
      onSent()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return { send, error, busy }
}
