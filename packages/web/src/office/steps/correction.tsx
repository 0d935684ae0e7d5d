import { type CommandType, isSuspended } from '@xieshang/rules'
import { showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

type CorrectionCommand = Extract<CommandType, 'suspendOutcome' | 'correctOutcome' | 'liftSuspension'>

/** P9g: what the township or county did about an outcome that breaks the law. Only they act here. */
export function CorrectionStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { consultation } = acting
  const possible: CorrectionCommand[] = isSuspended(consultation)
    ? ['correctOutcome', 'liftSuspension']
    : ['suspendOutcome', 'correctOutcome']
  return (
    <>
      {consultation.corrections.length === 0 && <p className="quiet">{t.noCorrections}</p>}
      {consultation.corrections.map((one) => (
        <blockquote key={one.at}>
          <p>
            <span className={`badge ${one.kind === 'lifted' ? 'passed' : 'failed'}`}>{t.correctionKind[one.kind]}</span>
          </p>
          <p className="text">{one.text}</p>
          <p className="quiet">
            {t.ground}：{one.ground} · {one.by.name} · {showTime(one.at, language)}
          </p>
        </blockquote>
      ))}
      {possible
        .filter((command) => may(acting, command))
        .map((command) => (
          <details key={command}>
            <summary>{t.correctionCommand[command]}</summary>
            <CommandForm acting={acting} command={command} />
          </details>
        ))}
    </>
  )
}
