import { useQuery } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import { type IndicatorId, indicators, keysOf } from '@xieshang/rules'
import { useState } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import type { Dashboard } from '../api/city.ts'
import { SignOutButton } from '../office/signOutButton.tsx'
import { Awaited } from '../queries/awaited.tsx'
import { dashboardQuery, readerQuery } from '../queries/city.ts'
import { Queries } from '../queries/provider.tsx'
import { address } from '../shared/addresses.ts'
import { allowedTo } from '../shared/allowedTo.ts'
import { LanguageSwitch, ProblemBox } from '../shared/parts.tsx'
import { pageAt, Unknown } from '../shared/unknown.tsx'
import { useTexts } from '../texts/language.ts'
import { FigureList } from './figure.tsx'
import { OverdueSection } from './overdue.tsx'
import { Rewritten } from './rewritten.tsx'
import { TileMap } from './tiles.tsx'

const ids = keysOf(indicators)
const isIndicator = (value: string): value is IndicatorId => ids.some((id) => id === value)

/** U3: the dashboard of a place, current within a second or two, down to the consultations it counts. */
export default function City() {
  return (
    <Queries>
      <Switch>
        {pageAt(address.city, ({ division, indicator }) =>
          indicator === undefined || isIndicator(indicator) ? (
            <Board division={division} indicator={indicator} />
          ) : (
            <Unknown />
          ),
        )}
        <Route component={Unknown} />
      </Switch>
    </Queries>
  )
}

type BoardProps = { readonly division: PlaceCode | undefined; readonly indicator: IndicatorId | undefined }

function Board({ division, indicator }: BoardProps) {
  const { t, language } = useTexts()
  const [, go] = useLocation()
  const [shown, setShown] = useState<IndicatorId>('consultations')
  const query = useQuery(dashboardQuery(division))
  const { data: me } = useQuery(readerQuery)
  const { data, error } = query
  if (data === undefined)
    return (
      <main className="page">
        <Awaited query={query} />
      </main>
    )
  return (
    <main className="page wide">
      <div className="row">
        <nav className="path" aria-label={t.places}>
          {data.path.map((place) => (
            <Link key={place.code} href={address.city({ division: place.code })}>
              {place.name}
            </Link>
          ))}
        </nav>
        <span className="row">
          <LanguageSwitch />
          <SignOutButton />
        </span>
      </div>
      <h1>
        {data.place.name} · {t.dashboard}
      </h1>
      <ProblemBox error={error} />
      <p>
        <Link href={address.shared()}>{t.affairs.sharedTitle}</Link> ·{' '}
        <Link href={address.shared({ kind: 'supervisionNote' })}>{t.oversight.notes}</Link>
      </p>
      {data.place.kind === 'city' && me !== undefined && allowedTo(me, 'overseeCounties') && <Rewritten />}
      <OverdueSection key={data.place.code} division={data.place.code} />
      <FigureGrid data={data} onOpen={(id) => go(address.city({ division: data.place.code, indicator: id }))} />
      {indicator !== undefined && (
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
                  <Link href={address.city({ division: place.code })}>{place.name}</Link>
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
