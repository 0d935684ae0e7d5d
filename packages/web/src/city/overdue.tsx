import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type PlaceCode, tenantOf } from '@xieshang/kernel'
import { roles } from '@xieshang/rules'
import { Link } from 'wouter'
import type { Overdue } from '../api/city.ts'
import { overdueQuery, readerQuery } from '../queries/city.ts'
import { More } from '../queries/pages.tsx'
import { address } from '../shared/addresses.ts'
import { allowedTo } from '../shared/allowedTo.ts'
import { dutyWords } from '../shared/dutyWords.ts'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { useTexts } from '../texts/language.ts'
import { NoteForm } from './noteForm.tsx'

type Line = Overdue['duties'][number]

/** G3: what is overdue in a place, where, and since when; the city may ask about each. */
export function OverdueSection({ division }: { division: PlaceCode }) {
  const { t } = useTexts()
  const list = useInfiniteQuery(overdueQuery(division))
  const { data: read, error, refetch } = list
  const { data: me } = useQuery(readerQuery)
  const [data] = read?.pages ?? []
  if (data === undefined) return error === null ? <Loading /> : <ProblemBox error={error} retry={refetch} />
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
              <Link key={place.code} href={address.city({ division: place.code })}>
                {place.name} {count}
              </Link>
            ))}
        </p>
        <ul className="cards">
          {read?.pages
            .flatMap(({ duties }) => duties)
            .map((line) => (
              <OverdueLine key={`${line.division}/${line.consultation ?? ''}/${line.id}`} line={line} mayAsk={mayAsk} />
            ))}
        </ul>
        <ProblemBox error={error} />
        <More list={list} />
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
        <Link className="block" href={address.publicOne({ county: tenantOf(division), id: consultation })}>
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
            about={{ title: what, duty: line.id, ...(consultation !== undefined && { consultation }) }}
          />
        </details>
      )}
    </li>
  )
}
