import { type RefObject, useEffect, useRef, useState } from 'react'
import { now } from '../shared/clock.ts'

/** The moment by the server's clock, every second: the box behind a television is often hours off. */
export function useNow(): string {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((before) => before + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return now().toISOString()
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

const staleMs = 12 * 3_600_000

/**
 * A screen stays on for months. A page that is half a day old is fetched anew, and with it what was changed in it since;
 * not while the network is away, for then nothing would be left to show.
 * @param answeredAt when the server answered last
 */
export function useFreshPage(answeredAt: string | undefined): void {
  const [begun] = useState(() => performance.now())
  useEffect(() => {
    if (answeredAt !== undefined && performance.now() - begun > staleMs) location.reload()
  }, [answeredAt, begun])
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

/** How high a line of a box's text is. */
export const lineOf = (box: HTMLElement): number => Number.parseFloat(getComputedStyle(box).lineHeight)

/** How high the first row of a list is. */
export const rowOf = (list: HTMLElement): number => list.firstElementChild?.getBoundingClientRect().height ?? 0

/**
 * How many rows a box has room for.
 * @param heightOf the height of one, the same function on every render
 */
export function useRoom<E extends HTMLElement>(
  heightOf: (box: HTMLElement) => number,
): { readonly box: RefObject<E | null>; readonly rows: number } {
  const box = useRef<E>(null)
  const [rows, setRows] = useState(1)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const watch = new ResizeObserver(() => {
      const height = heightOf(element)
      if (height > 0) setRows(Math.max(1, Math.floor(element.clientHeight / height)))
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [heightOf])
  return { box, rows }
}
