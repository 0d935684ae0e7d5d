import { isFiled } from '@xieshang/rules'
import { showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

/** P10a, P10b: who supervises, what was reported to them, and what they remarked. They write nothing else. */
export function SupervisionStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { consultation } = acting
  const { supervisors, supervision } = consultation
  return (
    <>
      <p className="quiet">
        {supervisors.length === 0 ? t.supervisorsUsual : t.supervisorsOwn(supervisors.join('、'))}
      </p>
      {supervision.map((one) => (
        <blockquote key={one.at}>
          <p>
            <span className={`badge ${one.kind === 'remark' ? 'waiting' : ''}`}>{t.supervisionKind[one.kind]}</span>
          </p>
          <p className="text">{one.text}</p>
          <p className="quiet">
            {one.by.name} · {showTime(one.at, language)}
          </p>
        </blockquote>
      ))}
      {isFiled(consultation) && <CommandForm acting={acting} command="reportToSupervisors" />}
      <CommandForm acting={acting} command="remark" />
      {may(acting, 'nameSupervisors') && (
        <details>
          <summary>{t.nameSupervisors}</summary>
          <CommandForm acting={acting} command="nameSupervisors" />
        </details>
      )}
    </>
  )
}
