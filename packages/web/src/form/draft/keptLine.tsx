import { showClock } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import type { Kept } from './drafts.ts'

/** Whether what was typed is kept, and how to be rid of it. */
export function KeptLine({ kept, onClear }: { kept: Kept | undefined; onClear: () => void }) {
  const { t } = useTexts()
  if (kept === undefined) return null
  const { keptAt, stays } = kept
  return (
    <p className="quiet" aria-live="polite">
      {keptAt === undefined ? (stays === true ? t.draft.stays : t.draft.here) : t.draft.kept(showClock(keptAt))}{' '}
      <button type="button" className="plain" onClick={onClear}>
        {t.draft.clear}
      </button>
    </p>
  )
}
