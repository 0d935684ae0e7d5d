import type { PlaceCode } from '@xieshang/kernel'
import { steps } from '@xieshang/rules'
import { Link } from 'wouter'
import { openCounty } from '../api/open.ts'
import { address } from '../shared/addresses.ts'
import { Pages } from '../shared/pages.tsx'
import { LanguageSwitch } from '../shared/parts.tsx'
import { showDay } from '../shared/time.ts'
import { useCountyName } from '../shared/useConfig.ts'
import { useTexts } from '../texts/language.ts'

const load = (cursor: string, county: PlaceCode) => openCounty(county).list(cursor)

/** The consultations of a county that everybody may read. */
export default function PublicList({ county }: { county: PlaceCode }) {
  const { t, language } = useTexts()
  const name = useCountyName(county)
  return (
    <main className="page">
      <div className="row">
        <Link href={address.start()}>{t.home}</Link>
        <LanguageSwitch />
      </div>
      <h1>{t.publicTitle(name)}</h1>
      <p>
        <Link href={address.publicCatalogue({ county })}>{t.publicCatalogue}</Link>
      </p>
      <div className="row actions">
        <Link className="button" href={address.publicAffairs({ county })}>
          {t.affairs.publicAffairs}
        </Link>
        <Link className="button" href={address.openData({ county })}>
          {t.affairs.openData}
        </Link>
      </div>
      <Pages load={load} of={[county]}>
        {({ consultations }, { first }) => (
          <>
            {first && consultations.length === 0 && <p className="quiet">{t.noPublic}</p>}
            <ul className="cards">
              {consultations.map((one) => (
                <li key={one.id}>
                  <Link className="card" href={address.publicOne({ county, id: one.id })}>
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
