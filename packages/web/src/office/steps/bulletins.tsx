import { showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

/** P10c: progress, problems and impact, for everybody on the public page. */
export function BulletinsStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { consultation } = acting
  return (
    <>
      {consultation.bulletins.map((one) => (
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
          <p className="quiet">{showTime(one.at, language)}</p>
        </blockquote>
      ))}
      {consultation.publications.length === 0 ? (
        <p className="quiet">{t.bulletinsAfterPublication}</p>
      ) : (
        <CommandForm acting={acting} command="publishProgress" />
      )}
    </>
  )
}
