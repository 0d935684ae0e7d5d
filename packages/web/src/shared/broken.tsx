import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Link } from 'wouter'
import { useTexts } from '../texts/language.ts'
import { address } from './addresses.ts'

/** Not more often than this is a page loaded again by itself, so that one that stays broken is not loaded for ever. */
const againMs = 30_000
const mark = 'reloadedAt'

/** A part of the pages that is gone belongs to an older version of them: the newer one is fetched, once. */
export function reloadOnLostParts(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(mark) ?? 0)
    const now = performance.timeOrigin + performance.now()
    if (now - last < againMs) return
    sessionStorage.setItem(mark, String(now))
    event.preventDefault()
    location.reload()
  })
}

function Broken() {
  const { t } = useTexts()
  return (
    <main className="page">
      <h1>{t.broken}</h1>
      <p>{t.brokenHint}</p>
      <p className="row actions">
        <button type="button" className="primary" onClick={() => location.reload()}>
          {t.reload}
        </button>
        <Link href={address.start()}>{t.home}</Link>
      </p>
    </main>
  )
}

/** What is shown where a page cannot be: in words, with a way on. */
export class Unbroken extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo) {
    console.error('A page broke', error, componentStack)
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}
