import { isFiled, isMajor, nextMajorStep, quorumOf } from '@xieshang/rules'
import { carryOutProblem } from '@xieshang/rules/deciding'
import type { Consultation } from '../../api/staff.ts'
import { showDay } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

type MajorStep = Consultation['parameters']['majorSteps'][number]

/** P12: whether the matter is major and why, the steps of the county in their order, and the one that comes next. */
export function MajorStepList({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  const { consultation } = acting
  if (!isMajor(consultation))
    return (
      <>
        <p className="quiet">{t.majorHint}</p>
        <CommandForm acting={acting} command="markMajor" />
      </>
    )
  const next = nextMajorStep(consultation)
  return (
    <>
      <p>{consultation.major === undefined ? t.majorByLaw : t.majorMarked(consultation.major.reason)}</p>
      {carryOutProblem(consultation)?.clause === 'P12' && <p className="warning">{t.majorFirst}</p>}
      <ol className="procedure">
        {consultation.parameters.majorSteps.map((step) => (
          <Line key={step.id} consultation={consultation} step={step} isNext={step.id === next?.id} />
        ))}
      </ol>
      {next === undefined && <p className="good">{t.majorThrough}</p>}
      {next !== undefined && !isFiled(consultation) && <p className="quiet">{t.majorAfterFiling}</p>}
      {next !== undefined && isFiled(consultation) && <Next key={next.id} acting={acting} step={next} />}
    </>
  )
}

function Line({ consultation, step, isNext }: { consultation: Consultation; step: MajorStep; isNext: boolean }) {
  const { t, language } = useTexts()
  const held = consultation.majorRecords.filter((record) => record.step.id === step.id)
  const done = held.some(({ vote }) => vote?.passed !== false)
  return (
    <li className={done ? 'is-done' : isNext ? 'is-next' : ''}>
      <strong>{step.label}</strong> <span className="quiet">{step.body}</span>{' '}
      {done ? (
        <span className="badge passed">{t.stepDone}</span>
      ) : (
        isNext && <span className="badge waiting">{t.stepNext}</span>
      )}
      {held.map((record) => (
        <p key={record.at} className="quiet">
          {record.until === undefined
            ? showDay(record.heldOn, language)
            : t.fromUntil(showDay(record.heldOn, language), showDay(record.until, language))}
          {record.vote !== undefined && (
            <>
              {' '}
              {t.majorVote(record.vote)}{' '}
              <span className={`badge ${record.vote.passed ? 'passed' : 'failed'}`}>
                {record.vote.passed ? t.results.passed : t.results.failed}
              </span>
            </>
          )}{' '}
          {record.note}
        </p>
      ))}
    </li>
  )
}

function Next({ acting, step: { id, label, quorum } }: { acting: Acting; step: MajorStep }) {
  const { t } = useTexts()
  return (
    <section className="inner">
      <h3>{t.majorNext(label)}</h3>
      <CommandForm
        acting={acting}
        command="recordMajorStep"
        known={{ step: id }}
        aside={({ vote }) => {
          const members = Number((vote as { members?: unknown } | undefined)?.members)
          return quorum !== undefined && members > 0 ? (
            <p role="status" className="quiet">
              {t.majorNeeds(quorumOf(members, quorum))}
            </p>
          ) : null
        }}
      />
    </section>
  )
}
