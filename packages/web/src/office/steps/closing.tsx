import { ends, isFiled } from '@xieshang/rules'
import { openDuties, stageOfDuty } from '@xieshang/rules/deciding'
import { refusalText } from '@xieshang/rules/sentences'
import { showDay } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may, momentOf } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'
import { SectionLink } from '../sectionLink.tsx'

/** P11b: what is still owed before the archive, the closing itself, and the model that may come of it. */
export function ClosingStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { consultation } = acting
  const { closed, model } = consultation
  if (closed !== undefined)
    return (
      <>
        <p className={closed.end === 'done' ? 'good' : 'warning'}>
          {ends[closed.end][language]} · {t.closedOn(showDay(closed.at, language))}
        </p>
        <p className="text">{closed.summary}</p>
        {model === undefined && closed.end === 'done' && <CommandForm acting={acting} command="promoteModel" />}
        {model !== undefined && (
          <p className="good">
            {t.isModel}
            {model.reason}
          </p>
        )}
      </>
    )
  if (!isFiled(consultation)) return <Ending acting={acting} />
  const duties = openDuties(consultation, momentOf(acting))
  if (duties.length > 0)
    return (
      <>
        <p>{t.stillOwed(duties.length)}</p>
        <ul className="plain-list">
          {duties.map((duty) => (
            <li key={`${duty.code}${JSON.stringify(duty.params ?? {})}`}>
              <SectionLink section={stageOfDuty(duty)}>{refusalText(duty, language)}</SectionLink>{' '}
              <span className="hint">{t.clause(duty.clause)}</span>
            </li>
          ))}
        </ul>
        <Ending acting={acting} />
      </>
    )
  return (
    <>
      <p className="good">{t.nothingOwed}</p>
      <CommandForm acting={acting} command="closeCase" />
    </>
  )
}

/** E1: a matter that was withdrawn or fell away ends with a reason. */
function Ending({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  if (!may(acting, 'endCase')) return null
  return (
    <details className="inner">
      <summary>{t.endWithoutOutcome}</summary>
      <CommandForm acting={acting} command="endCase" />
    </details>
  )
}
