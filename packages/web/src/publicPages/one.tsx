import type { PlaceCode } from '@xieshang/kernel'
import { keysOf, participantGroups, proposerKinds, steps } from '@xieshang/rules'
import { Link } from 'wouter'
import { openCounty } from '../api/open.ts'
import { Details } from '../resident/details.tsx'
import { address } from '../shared/addresses.ts'
import { Bars } from '../shared/bars.tsx'
import { LanguageSwitch, Loading, ProblemBox } from '../shared/parts.tsx'
import { showTime } from '../shared/time.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import { Chain } from './chain.tsx'
import { Join } from './join.tsx'
import { VillageFacts } from './villageFacts.tsx'

const load = (county: PlaceCode, id: string) => openCounty(county).one(id)

/** One consultation as everybody may read it (P8). */
export default function PublicOne({ county, id }: { county: PlaceCode; id: string }) {
  const { t, language } = useTexts()
  const { data, error, reload } = useLoad(load, [county, id], 15_000)
  if (data === undefined)
    return (
      <main className="page">{error === undefined ? <Loading /> : <ProblemBox error={error} retry={reload} />}</main>
    )
  return (
    <main className="page">
      <div className="row">
        <Link href={address.publicList({ county })}>{t.back}</Link>
        <LanguageSwitch />
      </div>
      <p className="quiet">{data.divisionName}</p>
      <h1>{data.title}</h1>
      <p>
        <span className="badge">{steps[data.step][language]}</span>
      </p>
      <p className="text">{data.description}</p>
      <p className="quiet">
        {t.proposedBy}：{data.proposers.map(({ kind, name }) => name ?? proposerKinds[kind][language]).join('、')}
      </p>
      {data.notice !== undefined && (
        <section className="card">
          <h2>{t.whenWhere}</h2>
          <p>
            {showTime(data.notice.meeting.at, language)}　{data.notice.meeting.place}
          </p>
          <p className="text">{data.notice.text}</p>
        </section>
      )}
      {data.follows !== undefined && (
        <p>
          {t.takesUp} <Link href={address.publicOne({ county, id: data.follows.id })}>{data.follows.title}</Link>
        </p>
      )}
      {data.takenUpBy.map((one) => (
        <p key={one.id}>
          {t.takenUpBy} <Link href={address.publicOne({ county, id: one.id })}>{one.title}</Link>
        </p>
      ))}
      {data.composition !== undefined && (
        <Bars
          title={t.compositionTitle}
          rows={keysOf(participantGroups).map((group) => ({
            label: participantGroups[group][language],
            count: data.composition?.[group] ?? 0,
          }))}
        />
      )}
      <Join county={county} consultation={data} />
      <Details consultation={data} />
      {data.chain !== undefined && <Chain county={county} id={data.id} {...data.chain} />}
      <VillageFacts division={data.division} />
    </main>
  )
}
