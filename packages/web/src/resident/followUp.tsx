import { assemblies, assemblyResults, dayOf } from '@xieshang/rules'
import type { PublicConsultation } from '../api/open.ts'
import { now } from '../shared/clock.ts'
import { showDay } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'

type Followed = NonNullable<PublicConsultation['followUp']>

/** P9g: what the township stopped, corrected or let go on. */
export function Corrections({ consultation: { corrections, suspended } }: { consultation: PublicConsultation }) {
  const { t, language } = useTexts()
  if (corrections.length === 0) return null
  return (
    <section className="card">
      <h2>{t.stepCorrection}</h2>
      {suspended && <p className="warning">{t.publicSuspended}</p>}
      {corrections.map((one) => (
        <blockquote key={one.at}>
          <p>
            <strong>{t.correctionKind[one.kind]}</strong>
          </p>
          <p className="text">{one.text}</p>
          <p className="quiet">
            {t.ground}：{one.ground} · {showDay(one.at, language)}
          </p>
        </blockquote>
      ))}
    </section>
  )
}

/** P9a, P9d, P10c, P11a, P12: what followed the vote, for everybody. */
export function FollowUp({ followUp }: { followUp: Followed }) {
  return (
    <>
      <AssemblyVotes votes={followUp.assemblyVotes} />
      <MajorSteps steps={followUp.majorSteps} />
      <Tasks tasks={followUp.tasks} />
      <Bulletins bulletins={followUp.bulletins} />
    </>
  )
}

function AssemblyVotes({ votes }: { votes: Followed['assemblyVotes'] }) {
  const { t, language } = useTexts()
  if (votes.length === 0) return null
  return (
    <section className="card">
      <h2>{t.stepAssembly}</h2>
      {votes.map((vote) => (
        <div key={`${vote.to}${vote.heldOn}${vote.items[0]?.item}`}>
          <p>
            <strong>{assemblies[vote.to].label[language]}</strong>{' '}
            <span className="quiet">
              {t.assemblyHeld(showDay(vote.heldOn, language), vote.members, vote.attended, vote.needed)}
            </span>
          </p>
          <ul className="plain-list">
            {vote.items.map((one) => (
              <li key={one.item}>
                {t.item(one.item)}：{t.yes} {one.yes}，{t.no} {one.no}，{t.abstain} {one.abstain}{' '}
                <span className={`badge ${one.result}`}>{assemblyResults[one.result][language]}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function MajorSteps({ steps }: { steps: Followed['majorSteps'] }) {
  const { t, language } = useTexts()
  if (steps.length === 0) return null
  return (
    <section className="card">
      <h2>{t.stepMajor}</h2>
      <ul className="plain-list">
        {steps.map((step) => (
          <li key={`${step.label}${step.heldOn}${step.vote?.yes ?? ''}`}>
            <strong>{step.label}</strong> <span className="quiet">{step.body}</span>
            <p className="quiet">
              {step.until === undefined
                ? showDay(step.heldOn, language)
                : t.fromUntil(showDay(step.heldOn, language), showDay(step.until, language))}{' '}
              {step.vote !== undefined && (
                <>
                  {t.majorVote(step.vote)}{' '}
                  <span className={`badge ${step.vote.passed ? 'passed' : 'failed'}`}>
                    {step.vote.passed ? t.results.passed : t.results.failed}
                  </span>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Tasks({ tasks }: { tasks: Followed['tasks'] }) {
  const { t, language } = useTexts()
  const today = dayOf(now().toISOString())
  if (tasks.length === 0) return null
  return (
    <section className="card">
      <h2>{t.stepTasks}</h2>
      {tasks.map((task) => (
        <div key={task.task} className="fact">
          <p>
            <strong>{task.title}</strong>{' '}
            {task.doneAt !== undefined ? (
              <span className="badge passed">{t.doneOn(showDay(task.doneAt, language))}</span>
            ) : (
              <span className={`badge ${today > task.dueOn ? 'failed' : ''}`}>
                {today > task.dueOn ? t.overdue : t.underWay}
              </span>
            )}
          </p>
          <p className="quiet">
            {task.responsible} · {t.dueOn} {showDay(task.dueOn, language)}
          </p>
          <ul className="plain-list">
            {task.progress.map((one) => (
              <li key={one.at}>
                {one.text} <span className="quiet">{showDay(one.at, language)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Bulletins({ bulletins }: { bulletins: Followed['bulletins'] }) {
  const { t, language } = useTexts()
  if (bulletins.length === 0) return null
  return (
    <section className="card">
      <h2>{t.stepBulletins}</h2>
      {bulletins.map((one) => (
        <blockquote key={one.at}>
          <p>{one.progress}</p>
          {one.problems !== '' && (
            <p>
              {t.problemsMet}：{one.problems}
            </p>
          )}
          {one.impact !== '' && (
            <p>
              {t.impactSeen}：{one.impact}
            </p>
          )}
          <p className="quiet">{showDay(one.at, language)}</p>
        </blockquote>
      ))}
    </section>
  )
}
