import { steps } from '@xieshang/rules'
import { Link } from 'wouter'
import { openCounty } from '../api/open.ts'
import { loadConfig } from '../shared/config.ts'
import { Pages, partsOf } from '../shared/pages.tsx'
import { LanguageSwitch } from '../shared/parts.tsx'
import { showDay } from '../shared/time.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'

const load = (key: string) => {
  const { of: county, cursor } = partsOf(key)
  return openCounty(county).list(cursor)
}

/** The consultations of a county that everybody may read. */
export default function PublicList({ county }: { county: string }) {
  const { t, language } = useTexts()
  const { data: config } = useLoad(loadConfig, 'config')
  const name = config?.counties.find(({ code }) => code === county)?.name ?? county
  return (
    <main className="page">
      <div className="row">
        <Link href="/">{t.home}</Link>
        <LanguageSwitch />
      </div>
      <h1>{t.publicTitle(name)}</h1>
      <p>
        <Link href={`/p/${county}/catalogue`}>{t.publicCatalogue}</Link>
      </p>
      <div className="row actions">
        <Link className="button" href={`/p/${county}/affairs`}>
          {t.affairs.publicAffairs}
        </Link>
        <Link className="button" href={`/p/${county}/open-data`}>
          {t.affairs.openData}
        </Link>
      </div>
      <Pages load={load} of={county}>
        {({ consultations }, { first }) => (
          <>
            {first && consultations.length === 0 && <p className="quiet">{t.noPublic}</p>}
            <ul className="cards">
              {consultations.map((one) => (
                <li key={one.id}>
                  <Link className="card" href={`/p/${county}/${one.id}`}>
                    <strong>{one.title}</strong>
                    <span className="quiet">
                      {one.divisionName} · {showDay(one.updatedAt, language)}
                    </span>
                    <span className="badge">{steps[one.step][language]}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </Pages>
    </main>
  )
}
