import { useCallback, useEffect, useState } from 'react'

export type Loaded<T> = {
  readonly data: T | undefined
  readonly error: unknown
  readonly reload: () => void
  readonly set: (data: T) => void
}

/**
 * Loads what a key names: once, again when asked, and every so often while the page is looked at.
 * @param load the same function on every render, e.g. one of a module
 */
export function useLoad<T>(load: (key: string) => Promise<T>, key: string, everyMs?: number): Loaded<T> {
  const [state, setState] = useState<{ data: T | undefined; error: unknown }>({ data: undefined, error: undefined })
  const reload = useCallback(() => {
    load(key).then(
      (data) => setState({ data, error: undefined }),
      (error: unknown) => setState((before) => ({ data: before.data, error })),
    )
  }, [load, key])
  useEffect(() => {
    reload()
    if (everyMs === undefined) return
    const timer = setInterval(() => {
      if (!document.hidden) reload()
    }, everyMs)
    return () => clearInterval(timer)
  }, [reload, everyMs])
  const set = useCallback((data: T) => setState({ data, error: undefined }), [])
  return { ...state, reload, set }
}
