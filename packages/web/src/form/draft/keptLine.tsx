import { showClock } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import type { Kept } from './drafts.ts'

type Props = {
  readonly kept: Kept | undefined
  /** Whether the form has changed since, and some of what was typed no longer fits it. */
  readonly outgrown: boolean
  readonly onClear: () => void
}

/** Whether what was typed is kept, and how to be rid of it. */
export function KeptLine({ kept, outgrown, onClear }: Props) {
  const { t } = useTexts()
  if (kept === undefined) return null
  const { keptAt, stays } = kept
  return (
    <>
      {outgrown && (
        <p className="warning" role="status">
          {t.draft.outgrown}
        </p>
      )}
      <p className="quiet" aria-live="polite">
        {keptAt === undefined ? (stays === true ? t.draft.stays : t.draft.here) : t.draft.kept(showClock(keptAt))}{' '}
        <button type="button" className="plain" onClick={onClear}>
          {t.draft.clear}
        </button>
      </p>
    </>
  )
}
