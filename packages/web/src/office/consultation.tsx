import { steps } from '@xieshang/rules'
import { type ReactNode, useCallback } from 'react'
import { Link } from 'wouter'
import { type ConsultationView, staffOf } from '../api/staff.ts'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import type { Acting } from './acting.ts'
import { Frame } from './frame.tsx'
import { nextOf } from './next.ts'
import type { Me } from './office.tsx'
import { FormsStep } from './steps/forms.tsx'
import { History } from './steps/history.tsx'
import { ItemsStep } from './steps/items.tsx'
import { NoticeStep } from './steps/notice.tsx'
import { ParticipantsStep } from './steps/participants.tsx'
import { PublicationStep, RecordStep } from './steps/record.tsx'
import { SessionStep } from './steps/session.tsx'
import { TopicStep } from './steps/topic.tsx'
import { VotingStep } from './steps/voting.tsx'

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
  const { consultation, place } = one.data
  const acting: Acting = {
    me,
    county,
    consultation,
    seats: seats.data?.seats ?? [],
    doorToDoor: seats.data?.doorToDoor ?? [],
    onDone,
    reload: reloadOne,
  }
  const step = consultation.step
  const sections: { id: string; label: string; open: boolean; done: boolean; content: ReactNode }[] = [
    {
      id: 'topic',
      label: t.stepTopic,
      open: step === 'proposed' || step === 'returned',
      done: consultation.registered !== undefined,
      content: <TopicStep acting={acting} />,
    },
    {
      id: 'participants',
      label: t.stepParticipants,
      open: step === 'registered',
      done: consultation.list !== undefined,
      content: <ParticipantsStep acting={acting} />,
    },
    {
      id: 'notice',
      label: t.stepNotice,
      open: step === 'listed' || step === 'notified',
      done: consultation.notices.length > 0,
      content: <NoticeStep acting={acting} />,
    },
    {
      id: 'forms',
      label: t.stepForms,
      open: step === 'notified' && consultation.forms.length === 0,
      done: consultation.forms.length > 0,
      content: <FormsStep acting={acting} />,
    },
    {
      id: 'items',
      label: t.stepItems,
      open: step === 'notified' || step === 'deliberating',
      done: consultation.items.length > 0,
      content: <ItemsStep acting={acting} />,
    },
    {
      id: 'session',
      label: t.stepSession,
      open: step === 'notified' || step === 'deliberating' || step === 'decided',
      done: consultation.sessions.some((s) => s.closedAt !== undefined),
      content: <SessionStep acting={acting} />,
    },
    {
      id: 'voting',
      label: t.stepVoting,
      open: step === 'deliberating' || step === 'voting' || step === 'decided',
      done: step === 'decided' || consultation.filings.length > 0,
      content: <VotingStep acting={acting} />,
    },
    {
      id: 'record',
      label: t.stepRecord,
      open: step === 'decided' || step === 'filed',
      done: consultation.filings.length > 0,
      content: <RecordStep acting={acting} />,
    },
    {
      id: 'publication',
      label: t.stepPublication,
      open: step === 'filed' || step === 'published',
      done: consultation.publications.length > 0,
      content: <PublicationStep acting={acting} />,
    },
    {
      id: 'history',
      label: t.stepHistory,
      open: false,
      done: false,
      content: <History county={county} id={id} version={consultation.version} />,
    },
  ]
  return (
    <Frame me={me}>
      <Link href={`/office/${consultation.division}`}>{t.back}</Link>
      <p className="quiet">{place.map(({ name }) => name).join(' / ')}</p>
      <h1>{consultation.topic.title}</h1>
      <p className="next">
        <span className="badge">{steps[step][language]}</span>{' '}
        <strong>{step === 'published' ? t.allDone : `${t.next}：${nextOf(step, t)}`}</strong>
      </p>
      <ProblemBox error={one.error ?? seats.error} />
      {sections.map((section) => (
        // A section opens by itself when its turn comes, and stays as the officer leaves it until then.
        <details className="step" key={`${section.id}/${section.open}`} open={section.open} id={section.id}>
          <summary>
            <span>{section.label}</span>
            {section.done && (
              <span className="done" aria-hidden="true">
                ✓
              </span>
            )}
          </summary>
          {section.content}
        </details>
      ))}
    </Frame>
  )
}
