import { type IndicatorId, indicators, keysOf } from '@xieshang/rules'
import { useState } from 'react'
import { Link, useLocation, useRoute } from 'wouter'
import { type Dashboard, dashboardOf } from '../api/city.ts'
import { signOut } from '../office/session.ts'
import { LanguageSwitch, Loading, ProblemBox } from '../shared/parts.tsx'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import { FigureList } from './figure.tsx'
import { OverdueSection } from './overdue.tsx'
import { Rewritten } from './rewritten.tsx'
import { TileMap } from './tiles.tsx'

const ids = keysOf(indicators)
const isIndicator = (value: string): value is IndicatorId => ids.some((id) => id === value)

/** U3: the dashboard of a place, current within a second or two, down to the consultations it counts. */
export default function City() {
  const { t, language } = useTexts()
  const [, params] = useRoute('/city/:division?/:indicator?')
  const [, go] = useLocation()
  const [shown, setShown] = useState<IndicatorId>('consultations')
  const { data, error, reload } = useLoad(dashboardOf, params?.division ?? '', 1000)
  if (data === undefined)
    return (
      <main className="page">{error === undefined ? <Loading /> : <ProblemBox error={error} retry={reload} />}</main>
    )
  const indicator = params?.indicator ?? ''
  return (
    <main className="page wide">
      <div className="row">
        <nav className="path" aria-label={t.places}>
          {data.path.map((place) => (
            <Link key={place.code} href={`/city/${place.code}`}>
              {place.name}
            </Link>
          ))}
        </nav>
        <span className="row">
          <LanguageSwitch />
          <button type="button" className="plain" onClick={() => void signOut()}>
            {t.signOut}
          </button>
        </span>
      </div>
      <h1>
        {data.place.name} · {t.dashboard}
      </h1>
      <ProblemBox error={error} />
      <p>
        <Link href="/shared">{t.affairs.sharedTitle}</Link> ·{' '}
        <Link href="/shared/supervisionNote">{t.oversight.notes}</Link>
      </p>
      {data.place.kind === 'city' && <Rewritten />}
      <OverdueSection key={data.place.code} division={data.place.code} />
      <FigureGrid data={data} onOpen={(id) => go(`/city/${data.place.code}/${id}`)} />
      {isIndicator(indicator) && (
        <FigureList
          key={`${data.place.code}/${indicator}`}
          division={data.place.code}
          indicator={indicator}
          total={data.figures[indicator] ?? 0}
          place={data.place.name}
        />
      )}
      <div className="field">
        <label htmlFor="shown">{t.showOnMap}</label>
        <select
          id="shown"
          value={shown}
          onChange={(event) => {
            if (isIndicator(event.target.value)) setShown(event.target.value)
          }}
        >
          {ids.map((id) => (
            <option key={id} value={id}>
              {indicators[id].label[language]}
            </option>
          ))}
        </select>
      </div>
      {data.place.kind === 'city' && <TileMap below={data.below} indicator={shown} />}
      <Places data={data} indicator={shown} />
    </main>
  )
}

/** Every figure as a large number; a changed one lights up shortly, because its key changes with it. */
function FigureGrid({ data, onOpen }: { data: Dashboard; onOpen: (id: IndicatorId) => void }) {
  const { language } = useTexts()
  return (
    <div className="figures">
      {ids.map((id) => (
        <button key={id} type="button" onClick={() => onOpen(id)}>
          <span>{indicators[id].label[language]}</span>
          <strong key={data.figures[id]} data-figure={id}>
            {data.figures[id] ?? 0}
          </strong>
        </button>
      ))}
    </div>
  )
}

function Places({ data, indicator }: { data: Dashboard; indicator: IndicatorId }) {
  const { t, language } = useTexts()
  const columns: readonly IndicatorId[] = [
    ...new Set<IndicatorId>(['consultations', indicator, 'participants', 'passed', 'published']),
  ]
  const rows = data.below.toSorted(
    (a, b) => (b.figures[indicator] ?? 0) - (a.figures[indicator] ?? 0) || a.place.code.localeCompare(b.place.code),
  )
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{t.places}</h2>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th>{t.place}</th>
              {columns.map((id) => (
                <th key={id}>{indicators[id].label[language]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ place, figures }) => (
              <tr key={place.code}>
                <th scope="row">
                  <Link href={`/city/${place.code}`}>{place.name}</Link>
                </th>
                {columns.map((id) => (
                  <td key={id}>{figures[id] ?? 0}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
