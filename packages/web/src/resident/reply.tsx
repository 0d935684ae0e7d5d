import type { PlaceCode } from '@xieshang/kernel'
import { useState } from 'react'
import { type LinkView, openCounty } from '../api/open.ts'
import { ProblemBox } from '../shared/parts.tsx'
import { useTexts } from '../texts/language.ts'

/** Whether one will come: two large buttons, changeable. */
export function Reply({
  county,
  token,
  reply,
  onDone,
}: {
  county: PlaceCode
  token: string
  reply: 'coming' | 'notComing' | undefined
  onDone: (view: LinkView) => void
}) {
  const { t } = useTexts()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const say = (coming: boolean) => {
    setBusy(true)
    openCounty(county)
      .reply(token, coming)
      .then((view) => {
        setError(undefined)
        onDone(view)
      }, setError)
      .finally(() => setBusy(false))
  }
  return (
    <section className="card">
      <h2>{t.willYouCome}</h2>
      <div className="pair">
        <button
          type="button"
          className="primary large"
          disabled={busy}
          aria-pressed={reply === 'coming'}
          onClick={() => say(true)}
        >
          {t.coming}
        </button>
        <button
          type="button"
          className="large"
          disabled={busy}
          aria-pressed={reply === 'notComing'}
          onClick={() => say(false)}
        >
          {t.notComing}
        </button>
      </div>
      <p role="status">{reply === 'coming' ? t.repliedComing : reply === 'notComing' ? t.repliedNotComing : ''}</p>
      <ProblemBox error={error} />
    </section>
  )
}
