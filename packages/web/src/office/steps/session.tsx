import { hasQuorum, isFiled, keysOf, quorumOf, type SessionKind, seatsIn, sessionKinds, sizeOf } from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import type { Consultation } from '../../api/staff.ts'
import { Select, TextArea, TextField } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { useTexts } from '../../texts/language.ts'
import { type Acting, everySeat, may, useCommand } from '../acting.ts'
import { SeatPages } from '../seatPages.tsx'

type Session = Consultation['sessions'][number]
const kinds = keysOf(sessionKinds)

/** P5, P6b: the sitting, who attends, and what is said on each item. */
export function SessionStep({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  const { consultation } = acting
  if (consultation.notices.length === 0) return <p className="quiet">—</p>
  const open = consultation.sessions.find((session) => session.closedAt === undefined)
  return (
    <>
      {consultation.sessions
        .filter((s) => s.closedAt !== undefined)
        .map((s) => (
          <p key={s.session} className="quiet">
            {t.sessionDone(sizeOf(s.present))}{' '}
            {s.kind === 'hearing' && (
              <Link href={`/office/affairs/${consultation.division}/hearing`}>{t.affairs.hearingRecord}</Link>
            )}
          </p>
        ))}
      {!may(acting, 'openSession') ? null : open === undefined ? (
        !isFiled(consultation) && <OpenForm acting={acting} />
      ) : (
        <Sitting key={open.session} acting={acting} session={open} />
      )}
    </>
  )
}

function OpenForm({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { send, error, busy } = useCommand(acting)
  const [kind, setKind] = useState<SessionKind>('council')
  const [place, setPlace] = useState(acting.consultation.notices.at(-1)?.meeting.place ?? '')
  const [host, setHost] = useState('')
  const [recorder, setRecorder] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send('openSession', { kind, place, host, recorder })
  }
  return (
    <form onSubmit={submit}>
      <div className="pair">
        <Select
          label={t.sessionKind}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: sessionKinds[value][language] }))}
        />
        <TextField label={t.place} value={place} onChange={setPlace} />
        <TextField label={t.host} value={host} max={40} onChange={setHost} />
        <TextField label={t.recorder} value={recorder} max={40} onChange={setRecorder} />
      </div>
      <ProblemBox error={error} />
      <button type="submit" className="primary" disabled={busy}>
        {t.openSession}
      </button>
    </form>
  )
}

function Sitting({ acting, session }: { acting: Acting; session: Session }) {
  const { t } = useTexts()
  const { consultation } = acting
  const { send, error, busy } = useCommand(acting)
  const [present, setPresent] = useState<readonly number[]>(seatsIn(session.present))
  const listed = consultation.list?.listed ?? 0
  const { quorum } = consultation.parameters
  const enough = hasQuorum(present.length, listed, quorum)
  return (
    <>
      <h3>{t.attendance}</h3>
      <p className="quiet">{t.attendanceHint}</p>
      <label className="tick">
        <input
          type="checkbox"
          checked={present.length === listed}
          onChange={(event) => setPresent(event.target.checked ? everySeat(acting) : [])}
        />
        <strong>{t.everybody}</strong>
      </label>
      <SeatPages acting={acting}>
        {(seats) => (
          <ul className="ticks">
            {seats.map((seat) => (
              <li key={seat.seat}>
                <label className="tick">
                  <input
                    type="checkbox"
                    checked={present.includes(seat.seat)}
                    onChange={(event) =>
                      setPresent(
                        event.target.checked ? [...present, seat.seat] : present.filter((one) => one !== seat.seat),
                      )
                    }
                  />
                  <span>
                    {seat.seat}. {seat.name}
                  </span>
                </label>
              </li>
            ))}
          </ul>
        )}
      </SeatPages>
      <p role="status" className={enough ? 'good' : 'warning'}>
        {t.quorumLine(listed, present.length, quorumOf(listed, quorum))}。{enough ? t.quorate : t.notQuorate}
      </p>
      <div className="row">
        <button
          type="button"
          className="primary"
          disabled={busy}
          onClick={() => void send('takeAttendance', { session: session.session, present: [...present] })}
        >
          {t.takeAttendance}
        </button>
        <button type="button" disabled={busy} onClick={() => void send('closeSession', { session: session.session })}>
          {t.closeSession}
        </button>
      </div>
      <ProblemBox error={error} />
      {consultation.items.length > 0 && <Discussion acting={acting} session={session.session} />}
    </>
  )
}

function Discussion({ acting, session }: { acting: Acting; session: number }) {
  const { t } = useTexts()
  const { send, error, busy } = useCommand(acting)
  const [item, setItem] = useState(String(acting.consultation.items[0]?.item ?? 1))
  const [text, setText] = useState('')
  return (
    <form
      className="inner"
      onSubmit={(event) => {
        event.preventDefault()
        void send('recordDiscussion', { session, item: Number(item), text }).then((done) => {
          if (done) setText('')
        })
      }}
    >
      <h3>{t.discussionNote}</h3>
      <Select
        label={t.itemTitle}
        value={item}
        onChange={setItem}
        options={acting.consultation.items.map((one) => ({
          value: String(one.item),
          label: `${t.item(one.item)} ${one.title}`,
        }))}
      />
      <TextArea label={t.discussionNote} value={text} max={5000} onChange={setText} />
      <ProblemBox error={error} />
      <button type="submit" disabled={busy}>
        {t.recordDiscussion}
      </button>
    </form>
  )
}
