import { eventName } from '../texts/events.ts'
import { switchLanguage, useTexts } from '../texts/language.ts'
import { ApiFailure } from './problem.ts'
import { showTime } from './time.ts'

export function Loading() {
  const { t } = useTexts()
  return (
    <p className="quiet" role="status">
      {t.loading}
    </p>
  )
}

/** What went wrong, in the API's own sentence, with its clause and what others changed. */
export function ProblemBox({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t, language } = useTexts()
  if (error === null || error === undefined) return null
  const problem = error instanceof ApiFailure ? error.problem : undefined
  const text = problem === undefined ? t.offline : problem.detail || t.failed
  return (
    <div className="problem" role="alert">
      <p>{text}</p>
      {problem?.clause !== undefined && <p className="quiet">{t.clause(problem.clause)}</p>}
      {problem?.errors !== undefined && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((one) => (
            <li key={`${one.field}${one.detail}`}>
              {one.field}：{one.detail}
            </li>
          ))}
        </ul>
      )}
      {problem?.changes !== undefined && (
        <ul>
          {problem.changes.map((one) => (
            <li key={one.number}>
              {t.changedBy(one.own ? t.yourself : one.by, eventName(one.type, language), showTime(one.at, language))}
            </li>
          ))}
        </ul>
      )}
      {retry !== undefined && (
        <button type="button" onClick={() => retry()}>
          {t.retry}
        </button>
      )}
    </div>
  )
}

export function LanguageSwitch() {
  const { t } = useTexts()
  return (
    <button type="button" className="plain" onClick={switchLanguage}>
      {t.language}
    </button>
  )
}
