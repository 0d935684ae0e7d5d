import { type RefObject, useEffect, useRef, useState } from 'react'

/** The moment by the server's clock, every second: the box behind a television is often hours off. */
export function useNow(ahead: number): string {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return new Date(now + ahead).toISOString()
}

/** A number that goes up by one every so often. */
export function useTurn(everyMs: number): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return turn
}

/** Keeps the screen lit while the page is looked at, where the browser can. */
export function useWakeLock(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return
    const light = () => {
      if (document.hidden) return
      // A browser may decline, e.g. on a low battery; the page works without.
      navigator.wakeLock.request('screen').catch((error: unknown) => {
        if (!(error instanceof DOMException)) throw error
      })
    }
    light()
    document.addEventListener('visibilitychange', light)
    return () => document.removeEventListener('visibilitychange', light)
  }, [])
}

/** How many whole lines of text a box has room for. */
export function useLines<E extends HTMLElement>(): { readonly box: RefObject<E | null>; readonly lines: number } {
  const box = useRef<E>(null)
  const [lines, setLines] = useState(1)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const watch = new ResizeObserver(() => {
      const line = Number.parseFloat(getComputedStyle(element).lineHeight)
      setLines(Math.max(1, Math.floor(element.clientHeight / line)))
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { box, lines }
}
