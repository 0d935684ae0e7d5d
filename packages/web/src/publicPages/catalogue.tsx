import type { PlaceCode } from '@xieshang/kernel'
import { Link } from 'wouter'
import { openCounty } from '../api/open.ts'
import { address } from '../shared/addresses.ts'
import { MatterList } from '../shared/matters.tsx'
import { LanguageSwitch, Loading, ProblemBox } from '../shared/parts.tsx'
import { useCountyName } from '../shared/useConfig.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'

const load = (county: PlaceCode) => openCounty(county).catalogue()

/** M6: the county's catalogue as everybody may read it. */
export default function PublicCatalogue({ county }: { county: PlaceCode }) {
  const { t } = useTexts()
  const { data, error, reload } = useLoad(load, [county])
  const name = useCountyName(county)
  return (
    <main className="page">
      <div className="row">
        <Link href={address.publicList({ county })}>{t.back}</Link>
        <LanguageSwitch />
      </div>
      <h1>{t.catalogueTitle(name)}</h1>
      <ProblemBox error={error} retry={reload} />
      {data === undefined && error === undefined && <Loading />}
      {data !== undefined && (
        <>
          <p className="quiet">{t.catalogueVersionIs(data.current.version)}</p>
          <MatterList matters={data.current.matters} />
          {data.versions.length > 0 && (
            <section className="card">
              <h2>{t.versions}</h2>
              <ul>
                {data.versions.map(({ version, reason }) => (
                  <li key={version}>
                    {t.fromDay(version)}：{reason}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </main>
  )
}
