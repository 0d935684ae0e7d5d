import { hasQuorum, isFiled, quorumOf, sizeOf } from '@xieshang/rules'
import { Link } from 'wouter'
import type { Consultation } from '../../api/staff.ts'
import { address } from '../../shared/addresses.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

type Session = Consultation['sessions'][number]

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
              <Link href={address.entries({ division: consultation.division, kind: 'hearing' })}>
                {t.affairs.hearingRecord}
              </Link>
            )}
          </p>
        ))}
      {!may(acting, 'openSession') ? null : open === undefined ? (
        !isFiled(consultation) && <CommandForm acting={acting} command="openSession" />
      ) : (
        <Sitting key={open.session} acting={acting} session={open} />
      )}
    </>
  )
}

function Sitting({ acting, session: { session } }: { acting: Acting; session: Session }) {
  const { t } = useTexts()
  const { consultation } = acting
  const listed = consultation.list?.listed ?? 0
  const { quorum } = consultation.parameters
  const known = { session }
  return (
    <>
      <h3>{t.attendance}</h3>
      <CommandForm
        acting={acting}
        command="takeAttendance"
        known={known}
        label={t.takeAttendance}
        aside={({ present }) => {
          const count = Array.isArray(present) ? present.length : 0
          const enough = hasQuorum(count, listed, quorum)
          return (
            <p role="status" className={enough ? 'good' : 'warning'}>
              {t.quorumLine(listed, count, quorumOf(listed, quorum))}。{enough ? t.quorate : t.notQuorate}
            </p>
          )
        }}
      />
      <CommandForm acting={acting} command="closeSession" known={known} />
      {consultation.items.length > 0 && (
        <section className="inner">
          <h3>{t.discussionNote}</h3>
          <CommandForm acting={acting} command="recordDiscussion" known={known} label={t.recordDiscussion} />
        </section>
      )}
    </>
  )
}
