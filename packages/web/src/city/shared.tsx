import { entryActsOf, entryKinds, entryStatuses, sharedKinds } from '@xieshang/rules/registers'
import { useState } from 'react'
import { Link } from 'wouter'
import { cityNotes, type Shared } from '../api/city.ts'
import { Form } from '../form/form.tsx'
import { sharedQuery } from '../queries/city.ts'
import { Pages } from '../queries/pages.tsx'
import { Queries } from '../queries/provider.tsx'
import { address } from '../shared/addresses.ts'
import { factWords } from '../shared/factWords.ts'
import { LanguageSwitch } from '../shared/parts.tsx'
import { showDay } from '../shared/time.ts'
import { Unknown } from '../shared/unknown.tsx'
import { useTexts } from '../texts/language.ts'

/** G9, G3: what the counties share with the city: sites, models, rules, who adopted whose, and supervision notes. */
export default function SharedPage(props: { kind?: string | undefined }) {
  return (
    <Queries>
      <Registers {...props} />
    </Queries>
  )
}

function Registers({ kind: wanted = 'demonstrationSite' }: { kind?: string | undefined }) {
  const { t, language } = useTexts()
  const kind = sharedKinds.find((one) => one === wanted)
  if (kind === undefined) return <Unknown />
  return (
    <main className="page">
      <div className="row">
        <Link href={address.city()}>{t.back}</Link>
        <LanguageSwitch />
      </div>
      <h1>{t.affairs.sharedTitle}</h1>
      <p className="quiet">{t.affairs.sharedHint}</p>
      <nav className="counties" aria-label={t.affairs.sharedTitle}>
        {sharedKinds.map((one) => (
          <Link key={one} href={address.shared({ kind: one })} {...(one === kind && { 'aria-current': 'page' })}>
            {entryKinds[one].label[language]}
          </Link>
        ))}
      </nav>
      <Pages query={sharedQuery(kind, 3000)}>
        {({ entries }, { first }) => (
          <>
            {first && entries.length === 0 && <p className="quiet">{t.affairs.nothing}</p>}
            <ul className="cards">
              {entries.map((one) => {
                const { entry, title, countyName, divisionName, status, updatedAt, due, shown } = one
                return (
                  <li className="card" key={entry}>
                    <strong>{title[language]}</strong>
                    <span className="quiet">
                      {countyName} {divisionName === countyName ? '' : divisionName} · {showDay(updatedAt, language)}
                    </span>
                    <span className="badge">{entryStatuses[status][language]}</span>{' '}
                    {due !== undefined && <span className="quiet">{t.affairs.until(due)}</span>}
                    {shown?.text !== undefined && <p className="text">{shown.text}</p>}
                    <dl className="values">
                      {shown?.facts.map((fact) => (
                        <div key={fact.label.zh}>
                          <dt>{fact.label[language]}</dt>
                          <dd>{factWords(fact, language)}</dd>
                        </div>
                      ))}
                    </dl>
                    <CityActs key={one.version} note={one} />
                  </li>
                )
              })}
            </ul>
          </>
        )}
      </Pages>
    </main>
  )
}

/** G3: what the city may do on a note of its own. What it did shows when the county has entered it. */
function CityActs({ note }: { note: Shared }) {
  const { t, language } = useTexts()
  const [done, setDone] = useState(false)
  const specs = entryActsOf(entryKinds[note.kind])
  if (done) return <p role="status">{t.oversight.acted}</p>
  return note.open.map((name) => {
    const spec = specs[name]
    if (spec === undefined) return null
    return (
      <details className="step" key={name} data-act={name}>
        <summary>{spec.label[language]}</summary>
        <Form
          fields={spec.fields}
          division={note.division}
          label={spec.label[language]}
          where={{ api: 'city', place: note.division, about: note.entry, form: name }}
          {...(name === 'annul' && { note: t.affairs.annulHint })}
          onSend={async (body, key) => {
            await cityNotes.act(note.tenant, note.entry, name, body, key)
            setDone(true)
          }}
        />
      </details>
    )
  })
}
