import { dayOf, taskKinds, withoutTask } from '@xieshang/rules'
import { carryOutProblem } from '@xieshang/rules/deciding'
import { refusalText } from '@xieshang/rules/sentences'
import type { Consultation } from '../../api/staff.ts'
import { now } from '../../shared/clock.ts'
import { showDay, showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

type Task = Consultation['tasks'][number]

const today = () => dayOf(now().toISOString())

/** P9a, P9b: what is carried out, by whom, until when; what is overdue stands out. */
export function TasksStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { consultation } = acting
  const problem = carryOutProblem(consultation)
  const passed = consultation.items.filter(({ status }) => status === 'passed')
  const without = withoutTask(consultation)
  return (
    <>
      {consultation.tasks.map((task) => (
        <One key={task.task} acting={acting} task={task} />
      ))}
      {consultation.tasksWaived.map(({ item, reason }) => (
        <p key={item} className="quiet">
          {t.item(item)} {t.waived}
          {reason}
        </p>
      ))}
      {problem !== undefined && (
        <p className="warning">
          {refusalText(problem, language)} <span className="hint">{t.clause(problem.clause)}</span>
        </p>
      )}
      {problem === undefined && passed.length === 0 && <p className="quiet">{t.nothingPassed}</p>}
      {problem === undefined && passed.length > 0 && may(acting, 'addTask') && (
        <section className="inner">
          <h3>{t.newTask}</h3>
          {without.length > 0 && <p className="quiet">{t.itemsWithoutTask(without.map((item) => t.item(item)))}</p>}
          <CommandForm acting={acting} command="addTask" />
          {without.length > 0 && (
            <details>
              <summary>{t.nothingToDo}</summary>
              <CommandForm acting={acting} command="waiveTask" />
            </details>
          )}
        </section>
      )}
    </>
  )
}

function Due({ task: { dueOn, doneAt } }: { task: Task }) {
  const { t } = useTexts()
  const late = (doneAt === undefined ? today() : dayOf(doneAt)) > dueOn
  if (doneAt !== undefined)
    return <span className={`badge ${late ? 'waiting' : 'passed'}`}>{late ? t.doneLate : t.doneInTime}</span>
  return late ? <span className="badge failed">{t.overdue}</span> : <span className="badge">{t.underWay}</span>
}

function One({ acting, task }: { acting: Acting; task: Task }) {
  const { t, language } = useTexts()
  const overdue = task.doneAt === undefined && today() > task.dueOn
  return (
    <section className={overdue ? 'fact overdue' : 'fact'}>
      <h3>
        {task.task}. {task.title} <Due task={task} />
      </h3>
      <p className="quiet">
        {task.responsible} · {taskKinds[task.kind][language]} · {t.dueOn} {showDay(task.dueOn, language)}
        {task.doneAt !== undefined && ` · ${t.doneOn(showDay(task.doneAt, language))}`}
      </p>
      <ul className="plain-list">
        {task.progress.map((one) => (
          <li key={one.at}>
            {one.text} <span className="quiet">{showTime(one.at, language)}</span>
          </li>
        ))}
        {task.urged.map((one) => (
          <li key={one.at}>
            <span className="badge waiting">{t.urged}</span> {one.text}{' '}
            <span className="quiet">
              {one.by.name} {showTime(one.at, language)}
            </span>
          </li>
        ))}
      </ul>
      {task.doneAt === undefined && may(acting, 'reportProgress') && <Actions acting={acting} task={task} />}
    </section>
  )
}

function Actions({ acting, task }: { acting: Acting; task: Task }) {
  const { t } = useTexts()
  return (
    <>
      <details>
        <summary>{t.taskProgress}</summary>
        <CommandForm acting={acting} command="reportProgress" known={{ task: task.task }} />
      </details>
      <details>
        <summary>{t.urge}</summary>
        <CommandForm acting={acting} command="urgeTask" known={{ task: task.task }} />
      </details>
    </>
  )
}
