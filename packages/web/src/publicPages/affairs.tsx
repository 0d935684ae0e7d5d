import type { PlaceCode } from '@xieshang/kernel'
import { type EntryKind, keysOf } from '@xieshang/rules'
import { entryKinds, entryStatuses } from '@xieshang/rules/registers'
import { Link } from 'wouter'
import { openCounty, type PublicEntry } from '../api/open.ts'
import { address } from '../shared/addresses.ts'
import { factWords } from '../shared/factWords.ts'
import { Pages } from '../shared/pages.tsx'
import { LanguageSwitch } from '../shared/parts.tsx'
import { showDay } from '../shared/time.ts'
import { Unknown } from '../shared/unknown.tsx'
import { useCountyName } from '../shared/useConfig.ts'
import { useTexts } from '../texts/language.ts'

/** What people ask for most; the other registers that everybody may read follow in their own order. */
const first = ['partyAffairs', 'venue', 'training', 'review'] as const satisfies readonly EntryKind[]
const kinds: readonly EntryKind[] = [
  ...new Set([...first, ...keysOf(entryKinds).filter((kind) => entryKinds[kind].shown !== undefined)]),
]

const isKind = (kind: string): kind is EntryKind => kinds.some((one) => one === kind)

/** An entry as everybody may read it. */
export function Shown({ entry }: { entry: PublicEntry }) {
  const { language } = useTexts()
  return (
    <li className="card">
      <strong>{entry.title[language]}</strong>
      <span className="quiet">
        {entry.divisionName} · {showDay(entry.day ?? entry.updatedAt, language)}
      </span>
      {entry.status === 'stopped' && <span className="badge failed">{entryStatuses.stopped[language]}</span>}
      {entry.shown.text !== undefined && <p className="text">{entry.shown.text}</p>}
      <dl className="values">
        {entry.shown.facts.map((fact) => (
          <div key={fact.label.zh}>
            <dt>{fact.label[language]}</dt>
            <dd>{factWords(fact, language)}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

const load = (cursor: string, kind: EntryKind, county: PlaceCode) => openCounty(county).entries(kind, county, cursor)

/** What a county's registers show to everybody (G2, G6, G8, G9). */
export default function PublicAffairs({
  county,
  kind = 'partyAffairs',
}: {
  county: PlaceCode
  kind?: string | undefined
}) {
  const { t, language } = useTexts()
  const name = useCountyName(county)
  if (!isKind(kind)) return <Unknown />
  return (
    <main className="page">
      <div className="row">
        <Link href={address.publicList({ county })}>{t.back}</Link>
        <LanguageSwitch />
      </div>
      <h1>
        {name} · {t.affairs.publicAffairs}
      </h1>
      <nav className="counties" aria-label={t.affairs.publicAffairs}>
        {kinds.map((one) => (
          <Link
            key={one}
            href={address.publicAffairs({ county, kind: one })}
            {...(one === kind && { 'aria-current': 'page' })}
          >
            {entryKinds[one].label[language]}
          </Link>
        ))}
      </nav>
      <h2>{entryKinds[kind].label[language]}</h2>
      <Pages load={load} of={[kind, county]}>
        {({ entries }, { first }) => (
          <>
            {first && entries.length === 0 && <p className="quiet">{t.affairs.nothingPublic}</p>}
            <ul className="cards">
              {entries.map((entry) => (
                <Shown key={entry.id} entry={entry} />
              ))}
            </ul>
          </>
        )}
      </Pages>
    </main>
  )
}
