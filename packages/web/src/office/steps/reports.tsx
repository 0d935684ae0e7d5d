import { commissionAnswers, isFiled } from '@xieshang/rules'
import type { Consultation } from '../../api/staff.ts'
import { showDay } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

type Report = Consultation['reports'][number]

const badges = { adopted: 'passed', partly: 'waiting', declined: 'failed' } as const

/** P9c: what a body commissioned is reported to it, and it says what it adopts. */
export function ReportsStep({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  const { consultation } = acting
  return (
    <>
      <p className="quiet">{t.reportsHint}</p>
      {consultation.reports.map((report) => (
        <One key={report.report} acting={acting} report={report} />
      ))}
      {isFiled(consultation) && <CommandForm acting={acting} command="reportToCommissioner" />}
    </>
  )
}

function One({ acting, report: { report, body, text, at, answer } }: { acting: Acting; report: Report }) {
  const { t, language } = useTexts()
  return (
    <section className="fact">
      <h3>
        {body}{' '}
        <span className={`badge ${answer === undefined ? 'waiting' : badges[answer.result]}`}>
          {answer === undefined ? t.answerWaits : commissionAnswers[answer.result][language]}
        </span>
      </h3>
      <p className="text">{text}</p>
      <p className="quiet">{showDay(at, language)}</p>
      {answer === undefined ? (
        <CommandForm acting={acting} command="recordAnswer" known={{ report }} />
      ) : (
        answer.reason !== '' && <p className="answer">{answer.reason}</p>
      )}
    </section>
  )
}
