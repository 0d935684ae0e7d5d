import type { ReactNode } from 'react'
import { showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'

export type Version = {
  readonly version: string
  readonly effectiveFrom: string
  readonly reason: string
  readonly at: string
  readonly by: { readonly name: string }
  readonly standing: 'past' | 'current' | 'coming' | 'replaced'
}

/** Every version from the newest: how it stands, who set it, why, and what it changed. */
export function Versions<V extends Version>({
  versions,
  changes,
}: {
  versions: readonly V[]
  /** @param before the version it followed; undefined where that was the city's own */
  changes: (version: V, before: V | undefined) => ReactNode
}) {
  const { t, language } = useTexts()
  return (
    <>
      <h2>{t.versions}</h2>
      {versions.length === 0 && <p className="quiet">{t.noVersions}</p>}
      {versions.map((version, index) => (
        <section className="card" key={version.version}>
          <div className="row">
            <strong>{t.fromDay(version.version)}</strong>
            <span className={`badge ${version.standing}`}>{t.standings[version.standing]}</span>
          </div>
          <p>{version.reason}</p>
          <ul>{changes(version, versions[index + 1])}</ul>
          <p className="quiet">{t.setBy(version.by.name, showTime(version.at, language))}</p>
        </section>
      ))}
    </>
  )
}
