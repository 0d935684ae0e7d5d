import { participantClasses, sizeOf } from '@xieshang/rules'
import { useState } from 'react'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'
import { SeatPages } from '../seatPages.tsx'
import { ApplicationsList } from './applications.tsx'
import { Composition } from './composition.tsx'
import { TemplateForm } from './templateForm.tsx'

/** P2: who takes part. What S1 asks for is said while people are being ticked. */
export function ParticipantsStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { list, step } = acting.consultation
  if (list !== undefined)
    return (
      <>
        <p>{t.listSummary(list.listed, list.listed - sizeOf(list.nonVoting), list.residents)}</p>
        <Composition people={list.listed > acting.seats.length ? [] : acting.seats} groups={list.composition} />
        <SeatPages acting={acting}>
          {(seats) => (
            <ul className="names">
              {seats.map((seat) => (
                <li key={seat.seat}>
                  {seat.seat}. {seat.name}
                  <span className="quiet"> {participantClasses[seat.class].label[language]}</span>
                </li>
              ))}
            </ul>
          )}
        </SeatPages>
      </>
    )
  return step === 'registered' && may(acting, 'fixParticipants') ? (
    <ListForm acting={acting} />
  ) : (
    <p className="quiet">—</p>
  )
}

function ListForm({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  /** Whom the committee admits stands on the register from then on: it is read anew. */
  const [admitted, setAdmitted] = useState(0)
  const { division, villages } = acting.consultation
  return (
    <>
      <ApplicationsList acting={acting} onAdmitted={() => setAdmitted(admitted + 1)} />
      <TemplateForm village={villages?.[0] ?? division} />
      <CommandForm key={admitted} acting={acting} command="fixParticipants" label={t.fixParticipants} />
    </>
  )
}
