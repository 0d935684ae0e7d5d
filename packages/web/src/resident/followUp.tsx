import { dayOf } from '@xieshang/rules'
import type { PublicConsultation } from '../api/open.ts'
import { now } from '../shared/clock.ts'
import { showDay } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'
import { AssemblyVotes, MajorSteps } from './laterVotes.tsx'

type Followed = NonNullable<PublicConsultation['followUp']>

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
