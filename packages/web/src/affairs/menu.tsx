import { useQuery } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import { keysOf } from '@xieshang/rules'
import { entryGroups, entryKinds } from '@xieshang/rules/registers'
import { Link } from 'wouter'
import type { Me } from '../api/staff.ts'
import { Frame } from '../office/frame.tsx'
import { placeQuery } from '../queries/place.ts'
import { address } from '../shared/addresses.ts'
import { allowedTo } from '../shared/allowedTo.ts'
import { ProblemBox } from '../shared/parts.tsx'
import { useTexts } from '../texts/language.ts'
import { Councils } from './councils.tsx'
import { PublishOpenData } from './publishOpenData.tsx'
import { Waiting } from './waiting.tsx'

const groupNames = keysOf(entryGroups)

/** 制度与组织: every register of a place, and how its villages stand to the quarterly council. */
export function AffairsMenu({ me, division }: { me: Me; division: PlaceCode }) {
  const { t, language } = useTexts()
  const place = useQuery(placeQuery(division))
  return (
    <Frame me={me}>
      <Link href={address.office({ division })}>{t.back}</Link>
      <h1>
        {place.data?.division.name} · {t.affairs.section}
      </h1>
      <ProblemBox error={place.error} retry={place.refetch} />
      <Waiting division={division} />
      {groupNames.map((group) => (
        <section key={group}>
          <h2>{t.affairs.groups[group]}</h2>
          <ul className="cards tight">
            {entryGroups[group].map((kind) => (
              <li key={kind}>
                <Link className="card" href={address.entries({ division, kind })}>
                  <strong>{entryKinds[kind].label[language]}</strong>
                  <span className="quiet">{entryKinds[kind].hint[language]}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Councils division={division} />
      {allowedTo(me, 'administer', division, 'place') && <PublishOpenData county={division} />}
    </Frame>
  )
}
