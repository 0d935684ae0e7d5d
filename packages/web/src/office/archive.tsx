import type { PlaceCode } from '@xieshang/kernel'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Me } from '../api/staff.ts'
import { Pages } from '../queries/pages.tsx'
import { archiveQuery } from '../queries/place.ts'
import { address } from '../shared/addresses.ts'
import { TextField } from '../shared/fields.tsx'
import { showDay } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'
import { Frame } from './frame.tsx'

/** P11b: what a place has closed, to be searched; models stand out. */
export function Archive({ me, division }: { me: Me; division: PlaceCode }) {
  const { t, language } = useTexts()
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState({ q: '', models: false })
  return (
    <Frame me={me}>
      <Link href={address.office({ division })}>{t.back}</Link>
      <h1>{t.archive}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setSearch({ q: typed, models: search.models })
        }}
      >
        <TextField label={t.archiveWords} value={typed} onChange={setTyped} required={false} />
        <label className="tick">
          <input
            type="checkbox"
            checked={search.models}
            onChange={(event) => setSearch({ q: typed, models: event.target.checked })}
          />
          <span>{t.onlyModels}</span>
        </label>
        <button type="submit" className="primary">
          {t.search}
        </button>
      </form>
      <Pages query={archiveQuery(division, search)}>
        {({ consultations, searched, cursor }, { first }) => (
          <>
            {consultations.length === 0 && cursor !== undefined && <p className="quiet">{t.searchedSoFar(searched)}</p>}
            {first && consultations.length === 0 && cursor === undefined && (
              <p className="quiet">{t.nothingArchived}</p>
            )}
            <ul className="cards">
              {consultations.map((one) => (
                <li key={one.id}>
                  <Link className="card" href={address.consultation({ id: one.id })}>
                    <strong>{one.title}</strong>
                    <span className="quiet">
                      {one.divisionName} · {showDay(one.updatedAt, language)}
                    </span>
                    {one.summary !== undefined && <span>{one.summary}</span>}
                    {one.model && <span className="badge passed">{t.modelCase}</span>}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </Pages>
    </Frame>
  )
}
