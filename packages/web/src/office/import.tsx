import type { PlaceCode } from '@xieshang/kernel'
import { useEffect, useState } from 'react'
import { type ImportResult, staffOf } from '../api/staff.ts'
import { ProblemBox } from '../shared/parts.tsx'
import { newKey } from '../shared/problem.ts'
import { useTexts } from '../texts/language.ts'

/** Spreadsheets on Chinese Windows save CSV in GB 18030; everything else is UTF-8. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const template = '\ufeff姓名,手机号,类别,主体类型\n张三,13800138000,居民代表,当地居民\n'

/** A table that is wrong throughout is mended by its first lines. */
const mostShown = 200

const keptAt = (village: PlaceCode) => `import/${village}`

/** S3: a register from a spreadsheet; a long one goes on while the officer does something else. */
export function Import({ county, village, onDone }: { county: PlaceCode; village: PlaceCode; onDone: () => void }) {
  const { t } = useTexts()
  const [result, setResult] = useState<ImportResult>()
  const [error, setError] = useState<unknown>()
  const [running, setRunning] = useState(sessionStorage.getItem(keptAt(village)))
  useEffect(() => {
    if (running === null) return
    const timer = setInterval(() => {
      staffOf(county)
        .imported(village, running)
        .then((seen) => {
          setResult(seen)
          if (seen.state === 'running') return
          sessionStorage.removeItem(keptAt(village))
          setRunning(null)
          onDone()
        }, setError)
    }, 1000)
    return () => clearInterval(timer)
  }, [running, county, village, onDone])
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    setResult(undefined)
    setError(undefined)
    try {
      const answer = await staffOf(county).importPeople(village, await textOf(file), newKey())
      setResult(answer)
      if (answer.state === 'done' || answer.id === undefined) return onDone()
      sessionStorage.setItem(keptAt(village), answer.id)
      setRunning(answer.id)
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <details className="card" {...(running !== null && { open: true })}>
      <summary>{t.importTitle}</summary>
      <p className="quiet">{t.importHint}</p>
      <p>
        <a download="名册模板.csv" href={`data:text/csv;charset=utf-8,${encodeURIComponent(template)}`}>
          {t.importTemplate}
        </a>
      </p>
      <label className="file">
        <span>{t.importFile}</span>
        <input
          type="file"
          accept=".csv,text/csv"
          disabled={running !== null}
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </label>
      <ProblemBox error={error} />
      {result?.state === 'running' && (
        <p role="status">
          <progress value={result.done} max={result.total} aria-label={t.importTitle} />{' '}
          {t.importing(result.done, result.total)}
        </p>
      )}
      {result?.state === 'done' && <p role="status">{t.imported(result.done)}</p>}
      {result !== undefined && result.rejected.length > 0 && (
        <div className="problem" role="alert">
          <p>{t.rejectedLines(result.rejected.length)}</p>
          <ul>
            {result.rejected.slice(0, mostShown).map((one) => (
              <li key={`${one.line}/${one.field}`}>
                {t.line(one.line)}：{one.detail}
              </li>
            ))}
          </ul>
        </div>
      )}
    </details>
  )
}
