import { carryOutProblem, dayOf, isFiled, isMajor, nextMajorStep, quorumOf } from '@xieshang/rules'
import type { Consultation } from '../../api/staff.ts'
import { now } from '../../shared/clock.ts'
import { showDay } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { CommandForm } from '../form/commandForm.tsx'

type MajorStep = Consultation['parameters']['majorSteps'][number]

/** P12: whether the matter is major and why, the steps of the county in their order, and the one that comes next. */
export function MajorStepList({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  const { consultation } = acting
  if (!isMajor(consultation))
    return (
      <>
        <p className="quiet">{t.majorHint}</p>
        <CommandForm
          acting={acting}
          command="markMajor"
          fields={{ reason: { kind: 'text', label: t.majorReason, max: 500 } }}
          body={(values) => values}
        />
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

function Next({ acting, step }: { acting: Acting; step: MajorStep }) {
  const { t } = useTexts()
  const when = {
    heldOn: {
      kind: 'day',
      label: step.kind === 'publication' ? t.publishedFrom : t.heldOn,
      first: dayOf(now().toISOString()),
      ...(step.days !== undefined && { hint: t.staysUp(step.days) }),
    },
    note: { kind: 'text', label: t.majorNote, max: 1000, optional: true },
  } as const
  const { quorum } = step
  return (
    <section className="inner">
      <h3>{t.majorNext(step.label)}</h3>
      {quorum === undefined ? (
        <CommandForm
          acting={acting}
          command="recordMajorStep"
          fields={when}
          body={(values) => ({ step: step.id, ...values })}
        />
      ) : (
        <CommandForm
          acting={acting}
          command="recordMajorStep"
          fields={{
            'vote.members': { kind: 'number', label: t.members },
            'vote.attended': { kind: 'number', label: t.attendedCount },
            'vote.yes': { kind: 'number', label: t.inFavour },
            ...when,
          }}
          body={({ heldOn, note, ...vote }) => ({
            step: step.id,
            heldOn,
            note,
            vote: { members: vote['vote.members'], attended: vote['vote.attended'], yes: vote['vote.yes'] },
          })}
          aside={(values) =>
            values['vote.members'] > 0 && (
              <p role="status" className="quiet">
                {t.majorNeeds(quorumOf(values['vote.members'], quorum))}
              </p>
            )
          }
        />
      )}
    </section>
  )
}
