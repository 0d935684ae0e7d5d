import { isSuspended, noSeats, progressOf, steps } from '@xieshang/rules'
import { useCallback } from 'react'
import { Link } from 'wouter'
import type { Me } from '../api/staff.ts'
import { type ConsultationView, staffOf } from '../api/staff.ts'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import { type Acting, whoActs } from './acting.ts'
import { Arrival } from './arrival.tsx'
import { Frame } from './frame.tsx'
import { wordsOfNext } from './next.ts'
import { SectionLink } from './sectionLink.tsx'
import { sectionsOf } from './sections.tsx'
import { SectionView } from './sectionView.tsx'
import { Follows } from './steps/again.tsx'
import { Deadlines } from './steps/deadlines.tsx'

const split = (key: string) => {
  const [county = '', id = ''] = key.split('/')
  return { staff: staffOf(county), id }
}
const loadOne = (key: string) => split(key).staff.one(split(key).id)
const loadSeats = (key: string) => split(key).staff.seats(split(key).id)

/** One consultation: where it stands, the one next thing to do, and every step with its form or what came of it. */
export function ConsultationPage({ me, county, id }: { me: Me; county: string; id: string }) {
  const { t, language } = useTexts()
  const one = useLoad(loadOne, `${county}/${id}`, 4000)
  const seats = useLoad(loadSeats, `${county}/${id}`, 4000)
  const { set, reload: reloadOne } = one
  const { reload: reloadSeats } = seats
  const onDone = useCallback(
    (view: ConsultationView) => {
      set(view)
      reloadSeats()
    },
    [set, reloadSeats],
  )
  if (one.data === undefined)
    return (
      <Frame me={me}>
        {one.error === undefined ? <Loading /> : <ProblemBox error={one.error} retry={reloadOne} />}
      </Frame>
    )
  const { consultation, place, pending } = one.data
  const acting: Acting = {
    me,
    county,
    consultation,
    seats: seats.data?.seats ?? [],
    told: seats.data?.told ?? noSeats,
    doorToDoor: seats.data?.doorToDoor ?? noSeats,
    noPhone: seats.data?.noPhone ?? noSeats,
    onDone,
    reload: reloadOne,
  }
  const { next } = progressOf(consultation, whoActs(acting))
  const correction = consultation.corrections.at(-1)
  return (
    <Frame me={me}>
      <Link href={`/office/${consultation.division}`}>{t.back}</Link>
      <p className="quiet">{place.map(({ name }) => name).join(' / ')}</p>
      <h1>{consultation.topic.title}</h1>
      <p className="next">
        <span className="badge">{steps[consultation.step][language]}</span>{' '}
        <strong>
          {t.next}：
          <SectionLink section={next?.stage ?? 'closing'}>{wordsOfNext(consultation, next, t, language)}</SectionLink>
        </strong>
      </p>
      {isSuspended(consultation) && correction !== undefined && (
        <p className="problem" role="alert">
          {t.suspendedLine(correction.ground)}
        </p>
      )}
      <Follows consultation={consultation} />
      {pending !== undefined && <p role="status">{t.seatsPending(pending.of - pending.seats, pending.of)}</p>}
      <ProblemBox error={one.error ?? seats.error} />
      {sectionsOf(acting, t).map((section) => (
        <SectionView key={section.id} section={section} />
      ))}
      <details className="step" id="deadlines">
        <summary>{t.stepDeadlines}</summary>
        <Deadlines county={county} id={id} />
      </details>
      <Arrival />
    </Frame>
  )
}
