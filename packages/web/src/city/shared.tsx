import { type EntryKind, entryKinds, entryStatuses, sharedKinds } from '@xieshang/rules'
import { Link } from 'wouter'
import { sharedOf } from '../api/affairs.ts'
import { LanguageSwitch, Loading, ProblemBox } from '../shared/parts.tsx'
import { showDay } from '../shared/time.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'

const load = (kind: string) => sharedOf(kind as EntryKind)

/** G9, G3: what the counties share with the city: sites, models, rules, who adopted whose, and supervision notes. */
export default function SharedPage({ kind: wanted }: { kind?: string }) {
  const { t, language } = useTexts()
  const kind = sharedKinds.find((one) => one === wanted) ?? 'demonstrationSite'
  const { data, error, reload } = useLoad(load, kind)
  return (
    <main className="page">
      <div className="row">
        <Link href="/city">{t.back}</Link>
        <LanguageSwitch />
      </div>
      <h1>{t.affairs.sharedTitle}</h1>
      <p className="quiet">{t.affairs.sharedHint}</p>
      <nav className="counties" aria-label={t.affairs.sharedTitle}>
        {sharedKinds.map((one) => (
          <Link key={one} href={`/shared/${one}`} {...(one === kind && { 'aria-current': 'page' })}>
            {entryKinds[one].label[language]}
          </Link>
        ))}
      </nav>
      <ProblemBox error={error} retry={reload} />
      {data === undefined && error === undefined && <Loading />}
      {data?.entries.length === 0 && <p className="quiet">{t.affairs.nothing}</p>}
      <ul className="cards">
        {data?.entries.map(({ entry, title, countyName, divisionName, status, updatedAt, due, shown }) => (
          <li className="card" key={entry}>
            <strong>{title}</strong>
            <span className="quiet">
              {countyName} {divisionName === countyName ? '' : divisionName} · {showDay(updatedAt, language)}
            </span>
            <span className="badge">{entryStatuses[status][language]}</span>{' '}
            {due !== undefined && <span className="quiet">{t.affairs.until(due)}</span>}
            {shown?.text !== undefined && <p className="text">{shown.text}</p>}
            <dl className="values">
              {shown?.facts.map(({ label, value }) => (
                <div key={label.zh}>
                  <dt>{label[language]}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </main>
  )
}
