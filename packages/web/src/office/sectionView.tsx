import { useEffect, useRef } from 'react'
import type { Section } from './sections.tsx'

/**
 * A step of the procedure. It opens by itself when its turn comes, and stays as the officer leaves it until then; what is
 * typed in it stays whoever moves the consultation on.
 */
export function SectionView({ section: { id, label, open, done, content } }: { section: Section }) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (details.current !== null) details.current.open = open
  }, [open])
  return (
    <details className="step" id={id} ref={details}>
      <summary>
        <span>{label}</span>
        {done && (
          <span className="done" aria-hidden="true">
            ✓
          </span>
        )}
      </summary>
      {content}
    </details>
  )
}
