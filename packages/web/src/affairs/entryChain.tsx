import { tenantOf } from '@xieshang/kernel'
import { chainParts, type EntryKind } from '@xieshang/rules'
import { useState } from 'react'
import { affairsOf, type EntryView } from '../api/affairs.ts'
import { ChainHead } from '../shared/chainHead.tsx'
import { download } from '../shared/download.ts'
import { ProblemBox } from '../shared/parts.tsx'
import { useTexts } from '../texts/language.ts'

/** E4: the course of an entry as a file: for the office, and without names and words to be given out. */
export function EntryChain({ view, kind, head }: { view: EntryView; kind: EntryKind; head: string }) {
  const { t, language } = useTexts()
  const [error, setError] = useState<unknown>()
  const save = async (withValues: boolean) => {
    const parts: Blob[] = []
    for (let part = 1; part <= chainParts(view.version); part++)
      parts.push(await affairsOf(tenantOf(view.division)).chain(kind, view.id, part, withValues))
    download(new Blob(parts), `${view.title[language]}过程存证.ndjson`)
  }
  return (
    <details className="card">
      <summary>{t.chain.title}</summary>
      <ChainHead hash={head} />
      <p className="row actions">
        <button type="button" onClick={() => void save(true).catch(setError)}>
          {t.chain.file}
        </button>
        <button type="button" onClick={() => void save(false).catch(setError)}>
          {t.chain.withoutNames}
        </button>
      </p>
      <ProblemBox error={error} />
      <p className="quiet">{t.chain.how}</p>
    </details>
  )
}
