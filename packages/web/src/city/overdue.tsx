import { tenantOf } from '@xieshang/kernel'
import { roles } from '@xieshang/rules'
import { useState } from 'react'
import { Link } from 'wouter'
import { type Overdue, overdueOf, whoAmI } from '../api/city.ts'
import { allowedTo } from '../shared/allowedTo.ts'
import { dutyWords } from '../shared/dutyWords.ts'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import { NoteForm } from './noteForm.tsx'

type Line = Overdue['duties'][number]

const load = (division: string) => overdueOf(division)

/** G3: what is overdue in a place, where, and since when; the city may ask about each. */
export function OverdueSection({ division }: { division: string }) {
  const { t } = useTexts()
  const { data, error, reload } = useLoad(load, division, 30_000)
  const { data: me } = useLoad(whoAmI, 'me')
  const [more, setMore] = useState<{ of: Overdue; pages: readonly Overdue[] }>()
  const [moreError, setMoreError] = useState<unknown>()
  if (data === undefined) return error === undefined ? <Loading /> : <ProblemBox error={error} retry={reload} />
  const pages = [data, ...(more?.of === data ? more.pages : [])]
  const next = pages.at(-1)?.next
  const mayAsk = me !== undefined && allowedTo(me, 'overseeCounties')
  return (
    <>
      <details className="card overdue" open={data.total > 0}>
        <summary>
          <h2>
            {t.oversight.overdue} <span className={`badge ${data.total > 0 ? 'overdue' : ''}`}>{data.total}</span>
          </h2>
        </summary>
        <p className="quiet">{data.total > 0 ? t.oversight.asOf(data.today) : t.oversight.none}</p>
        <p className="row">
          {data.below
            .filter(({ count }) => count > 0)
            .map(({ place, count }) => (
              <Link key={place.code} href={`/city/${place.code}`}>
                {place.name} {count}
              </Link>
            ))}
        </p>
        <ul className="cards">
          {pages
            .flatMap(({ duties }) => duties)
            .map((line) => (
              <OverdueLine key={`${line.division}/${line.consultation ?? ''}/${line.id}`} line={line} mayAsk={mayAsk} />
            ))}
        </ul>
        <ProblemBox error={moreError} />
        {next !== undefined && (
          <button
            type="button"
            onClick={() =>
              overdueOf(division, next).then(
                (page) => setMore({ of: data, pages: [...pages.slice(1), page] }),
                setMoreError,
              )
            }
          >
            {t.more}
          </button>
        )}
      </details>
      {mayAsk && data.place.kind !== 'city' && (
        <details className="card">
          <summary>{t.oversight.sendTo(data.place.name)}</summary>
          <NoteForm division={data.place.code} place={data.place.name} />
        </details>
      )}
    </>
  )
}

function OverdueLine({ line, mayAsk }: { line: Line; mayAsk: boolean }) {
  const { t, language } = useTexts()
  const { label, count, alike, consultation, title, division, divisionName, countyName, due, who } = line
  const what = `${label[language]}${dutyWords(line, t, language)}`
  return (
    <li className="card">
      <strong>
        {what}
        {count !== undefined && t.dutyCount(count)}
        {alike !== undefined && t.dutiesAlike(alike)}
      </strong>
      {consultation !== undefined && (
        <Link className="block" href={`/p/${tenantOf(division)}/${consultation}`}>
          {title ?? consultation}
        </Link>
      )}
      <span className="quiet">
        {countyName} {divisionName === countyName ? '' : divisionName} · {t.oversight.dueOn(due)} ·{' '}
        {t.oversight.by(roles[who.role].label[language])}
      </span>
      {mayAsk && (
        <details className="step">
          <summary>{t.oversight.note}</summary>
          <NoteForm
            division={division}
            place={divisionName}
            about={{ title: what, ...(consultation !== undefined && { consultation }) }}
          />
        </details>
      )}
    </li>
  )
}
