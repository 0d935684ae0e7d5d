import { useQuery } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import { isSuspended, noSeats, steps } from '@xieshang/rules'
import { progressOf } from '@xieshang/rules/deciding'
import { Link } from 'wouter'
import type { Me } from '../api/staff.ts'
import { Awaited } from '../queries/awaited.tsx'
import { seatsQuery } from '../queries/consultation.ts'
import { useConsultation } from '../queries/useConsultation.ts'
import { address } from '../shared/addresses.ts'
import { ProblemBox } from '../shared/parts.tsx'
import { useTexts } from '../texts/language.ts'
import { type Acting, momentOf, whoActs } from './acting.ts'
import { Arrival } from './arrival.tsx'
import { Frame } from './frame.tsx'
import { wordsOfNext } from './next.ts'
import { SectionLink } from './sectionLink.tsx'
import { sectionsOf } from './sections.tsx'
import { SectionView } from './sectionView.tsx'
import { Follows } from './steps/again.tsx'
import { Deadlines } from './steps/deadlines.tsx'

/** One consultation: where it stands, the one next thing to do, and every step with its form or what came of it. */
export function ConsultationPage({ me, county, id }: { me: Me; county: PlaceCode; id: string }) {
  const { t, language } = useTexts()
  const { one, onDone } = useConsultation({ county, id })
  const seats = useQuery({ ...seatsQuery({ county, id }), refetchInterval: 4000 })
  if (one.data === undefined)
    return (
      <Frame me={me}>
        <Awaited query={one} />
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
    unanswered: seats.data?.unanswered ?? { opinions: 0, feedback: 0 },
    onDone,
    reload: one.refetch,
  }
  const { next } = progressOf(consultation, whoActs(acting), momentOf(acting))
  const correction = consultation.corrections.at(-1)
  return (
    <Frame me={me}>
      <Link href={address.office({ division: consultation.division })}>{t.back}</Link>
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
        <Deadlines of={{ county, id }} />
      </details>
      <Arrival />
    </Frame>
  )
}
