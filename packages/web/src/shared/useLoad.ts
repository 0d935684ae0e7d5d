import { useEffect, useState, useSyncExternalStore } from 'react'
import { createReading, type Read } from './reading.ts'

export type Loaded<T> = Read<T> & {
  readonly reload: () => void
  readonly set: (data: T) => void
}

/**
 * Loads what is named: once, again when asked, and every so often while the page is looked at. For the pages of residents
 * and of everybody, which are to be light.
 * @param of what `load` is asked with; when it is something else, nothing of the former is shown
 */
export function useLoad<T, const Of extends readonly string[]>(
  load: (...of: Of) => Promise<T>,
  of: Of,
  everyMs?: number,
): Loaded<T> {
  const key = of.join('\n')
  const begin = () => ({ key, reading: createReading(() => load(...of)) })
  const [held, hold] = useState(begin)
  if (held.key !== key) hold(begin())
  const { reading } = held
  const state = useSyncExternalStore(reading.subscribe, reading.get)
  useEffect(() => {
    reading.reload()
    const timer = everyMs === undefined ? undefined : setInterval(() => !document.hidden && reading.poll(), everyMs)
    return () => {
      clearInterval(timer)
      reading.stop()
    }
  }, [reading, everyMs])
  return { ...state, reload: reading.reload, set: reading.set }
}
