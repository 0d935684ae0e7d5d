import { openDuties, refusalText, stageOfDuty } from '@xieshang/rules'
import { showDay } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
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
        <p className="good">{t.closedOn(showDay(closed.at, language))}</p>
        <p className="text">{closed.summary}</p>
        {model === undefined ? (
          <CommandForm acting={acting} command="promoteModel" />
        ) : (
          <p className="good">
            {t.isModel}
            {model.reason}
          </p>
        )}
      </>
    )
  const duties = openDuties(consultation)
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
      </>
    )
  return (
    <>
      <p className="good">{t.nothingOwed}</p>
      <CommandForm acting={acting} command="closeCase" />
    </>
  )
}
