import { useQuery } from '@tanstack/react-query'
import { type PlaceCode, tenantOf } from '@xieshang/kernel'
import { useId, useState } from 'react'
import { consultationQuery } from '../../queries/consultation.ts'
import { Pages } from '../../queries/pages.tsx'
import { consultationsQuery } from '../../queries/place.ts'
import { useTexts } from '../../texts/language.ts'

type Props = {
  readonly label: string
  readonly hint: string
  readonly required: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly division: PlaceCode
}

/** A consultation of a place, found by its words; those proposed last stand first, and the others follow page by page. */
export function PickConsultation({ label, hint, required, value, onChange, division }: Props) {
  const { t } = useTexts()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState('')
  const chosen = useQuery({ ...consultationQuery({ county: tenantOf(division), id: value }), enabled: value !== '' })
  return (
    <fieldset className="pick">
      <legend>
        {label}
        {hint !== '' && <span className="hint">{hint}</span>}
      </legend>
      {value !== '' && (
        <p className="row">
          <strong>{chosen.data?.consultation.topic.title ?? t.loading}</strong>
          <button type="button" className="plain" onClick={() => onChange('')}>
            {t.affairs.pickOther}
          </button>
        </p>
      )}
      {value === '' && (
        <>
          <label htmlFor={id}>{t.affairs.pickConsultation}</label>
          <div className="row">
            <input
              id={id}
              value={typed}
              maxLength={100}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                // The form around it is not to be sent by a search.
                event.preventDefault()
                setWords(typed.trim())
              }}
            />
            <button type="button" onClick={() => setWords(typed.trim())}>
              {t.search}
            </button>
          </div>
          <Pages query={consultationsQuery(division, { q: words, limit: 10 })}>
            {({ consultations, searched, cursor }, { first }) => (
              <>
                {consultations.length === 0 && (first || cursor !== undefined) && (
                  <p className="quiet">{cursor === undefined ? t.affairs.nothing : t.searchedSoFar(searched)}</p>
                )}
                {consultations.map((one) => (
                  <label className="tick" key={one.id}>
                    <input
                      type="radio"
                      name={id}
                      required={required}
                      checked={false}
                      onChange={() => onChange(one.id)}
                    />
                    <span>
                      {one.title}（{one.divisionName}）
                    </span>
                  </label>
                ))}
              </>
            )}
          </Pages>
        </>
      )}
    </fieldset>
  )
}
