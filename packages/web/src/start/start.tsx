import { useState } from 'react'
import { Link } from 'wouter'
import { address } from '../shared/addresses.ts'
import { LanguageSwitch } from '../shared/parts.tsx'
import { useConfig } from '../shared/useConfig.ts'
import { useTexts } from '../texts/language.ts'

/** The three ways in. */
export default function Start() {
  const { t } = useTexts()
  const config = useConfig()
  const [open, setOpen] = useState(false)
  return (
    <main className="page start">
      <div className="row end">
        <LanguageSwitch />
      </div>
      <h1>{t.product}</h1>
      <p className="lead">
        {config?.city.name} {t.tagline}
      </p>
      <p className="quiet">{t.intro}</p>
      <div className="ways">
        <Link className="way" href={address.office()}>
          <strong>{t.officeEntry}</strong>
          <span>{t.officeEntryHint}</span>
        </Link>
        <Link className="way" href={address.city()}>
          <strong>{t.cityEntry}</strong>
          <span>{t.cityEntryHint}</span>
        </Link>
        <button type="button" className="way" aria-expanded={open} onClick={() => setOpen(!open)}>
          <strong>{t.publicEntry}</strong>
          <span>{t.publicEntryHint}</span>
        </button>
      </div>
      {open && (
        <ul className="counties">
          {config?.counties.map(({ code, name }) => (
            <li key={code}>
              <Link href={address.publicList({ county: code })}>{name}</Link>
            </li>
          ))}
        </ul>
      )}
    </main>
  )
}
