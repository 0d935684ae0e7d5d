import { useQuery } from '@tanstack/react-query'
import { atLevel, levelOf, type PlaceCode } from '@xieshang/kernel'
import { steps } from '@xieshang/rules'
import { Link } from 'wouter'
import { Waiting } from '../affairs/waiting.tsx'
import type { Me } from '../api/staff.ts'
import { Pages } from '../queries/pages.tsx'
import { consultationsQuery, placeQuery } from '../queries/place.ts'
import { address } from '../shared/addresses.ts'
import { allowedTo } from '../shared/allowedTo.ts'
import { usualNextWords } from '../shared/nextWords.ts'
import { ProblemBox } from '../shared/parts.tsx'
import { showDay } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'
import { DutyList } from './duties.tsx'
import { Frame } from './frame.tsx'

/** A place's consultations, each with what is to be done next; above a village, the places below it. */
export function Home({ me, division }: { me: Me; division: PlaceCode }) {
  const { t, language } = useTexts()
  const place = useQuery(placeQuery(division))
  const village = levelOf(division) === 'village'
  return (
    <Frame me={me}>
      {division !== me.division.code && (
        <Link
          href={address.office({
            division: levelOf(division) === 'village' ? atLevel(division, 'township') : me.division.code,
          })}
        >
          {t.back}
        </Link>
      )}
      <h1>{place.data?.division.name ?? ''}</h1>
      <DutyList key={division} me={me} division={division} />
      {village && allowedTo(me, 'conduct', division) && (
        <div className="row actions">
          <Link className="button primary" href={address.propose({ division })}>
            {t.propose}
          </Link>
          <Link className="button" href={address.register({ village: division })}>
            {t.register}
          </Link>
        </div>
      )}
      {levelOf(division) === 'township' && allowedTo(me, 'conduct', division) && (
        <div className="row actions">
          <Link className="button primary" href={address.propose({ division })}>
            {t.proposeSeveral}
          </Link>
        </div>
      )}
      <p className="row actions">
        <Link href={address.archive({ division })}>{t.archive}</Link>
        <Link href={address.settings()}>{t.settings}</Link>
        <Link href={address.catalogue()}>{t.catalogue}</Link>
      </p>
      <Waiting division={division} />
      <Link className="card" href={address.affairs({ division })}>
        <strong>{t.affairs.section}</strong>
        <span className="quiet">{t.affairs.sectionHint}</span>
      </Link>
      <h2>{t.consultations}</h2>
      <ProblemBox error={place.error} retry={place.refetch} />
      <Pages query={consultationsQuery(division, {}, 5000)}>
        {({ consultations }, { first }) => (
          <>
            {first && consultations.length === 0 && <p className="quiet">{t.noConsultations}</p>}
            <ul className="cards">
              {consultations.map((one) => (
                <li key={one.id}>
                  <Link className="card" href={address.consultation({ id: one.id })}>
                    <strong>{one.title}</strong>
                    <span className="quiet">
                      {one.divisionName} · {showDay(one.updatedAt, language)}
                    </span>
                    <span className="row">
                      <span className="badge">{steps[one.step][language]}</span>
                      <span className="todo">
                        {t.next}：{usualNextWords(one.step, t)}
                      </span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </Pages>
      {!village && (
        <>
          <h2>{t.chooseVillage}</h2>
          <ul className="counties">
            {place.data?.children.map(({ code, name }) => (
              <li key={code}>
                <Link href={address.office({ division: code })}>{name}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Frame>
  )
}
