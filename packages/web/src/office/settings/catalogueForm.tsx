import { findMatter, keysOf, type Matter, type Relation, relations, type SetCatalogue } from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import { type CatalogueSettings, staffOf } from '../../api/staff.ts'
import { Select, TextArea, TextField } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { newKey } from '../../shared/problem.ts'
import { useTexts } from '../../texts/language.ts'
import { DayField, today } from './shared.tsx'

type New = { readonly id: string; readonly relation: Relation; readonly label: string; readonly assembly: boolean }

const byLaw = (code: string) => findMatter(code)?.assembly === true

/** What was changed on a matter, as the command says it; nothing where it is as it was. */
function changeOf(before: Matter | undefined, after: Matter): SetCatalogue['change'] {
  if (before === undefined || JSON.stringify(before) === JSON.stringify(after)) return []
  const { code, label, assembly, withdrawn } = after
  return [
    {
      code,
      ...(before.label.zh !== label.zh && { label: { zh: label.zh, en: '' } }),
      ...(before.assembly !== assembly && { assembly }),
      ...(before.withdrawn !== withdrawn && { withdrawn: withdrawn === true }),
    },
  ]
}

function MatterRow({ matter, onChange }: { matter: Matter; onChange: (matter: Matter) => void }) {
  const { t } = useTexts()
  return (
    <div className="inner">
      <TextField
        label={matter.code}
        value={matter.label.zh}
        max={100}
        onChange={(zh) => onChange({ ...matter, label: { ...matter.label, zh } })}
      />
      <label className="tick">
        <input
          type="checkbox"
          checked={matter.withdrawn === true}
          onChange={(event) => {
            const { withdrawn: _withdrawn, ...rest } = matter
            onChange(event.target.checked ? { ...rest, withdrawn: true } : { ...rest, withdrawn: false })
          }}
        />
        <span>{t.withdraw}</span>
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={matter.assembly}
          disabled={byLaw(matter.code)}
          onChange={(event) => onChange({ ...matter, assembly: event.target.checked })}
        />
        <span>{byLaw(matter.code) ? t.byLaw : t.toAssembly}</span>
      </label>
    </div>
  )
}

/** M6: a new version of the catalogue. */
export function CatalogueForm({
  county,
  settings,
  onDone,
}: {
  county: string
  settings: CatalogueSettings
  onDone: (settings: CatalogueSettings) => void
}) {
  const { t, language } = useTexts()
  const latest = settings.versions[0]
  const start = latest?.content.matters ?? settings.current.matters
  const [matters, setMatters] = useState<readonly Matter[]>(start)
  const [added, setAdded] = useState<readonly New[]>([])
  const [from, setFrom] = useState(latest?.standing === 'coming' ? latest.effectiveFrom : today())
  const [reason, setReason] = useState('')
  const [key] = useState(newKey)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const change = matters.flatMap((matter, index) => changeOf(start[index], matter))
  const send = (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const add = added.map(({ relation, label, assembly }) => ({ relation, label: { zh: label, en: '' }, assembly }))
    staffOf(county)
      .setCatalogue({ effectiveFrom: from, reason, add, change }, settings.revision, key)
      .then(onDone, setError)
      .finally(() => setBusy(false))
  }
  const changeNew = (index: number, part: Partial<New>) =>
    setAdded(added.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <details className="step">
      <summary>{t.catalogueChange}</summary>
      <form onSubmit={send}>
        {added.map((one, index) => (
          <div className="inner" key={one.id}>
            <div className="pair">
              <Select
                label={t.relation}
                value={one.relation}
                options={keysOf(relations).map((value) => ({ value, label: relations[value][language] }))}
                onChange={(relation) => changeNew(index, { relation })}
              />
              <TextField
                label={t.matterName}
                value={one.label}
                max={100}
                onChange={(label) => changeNew(index, { label })}
              />
            </div>
            <label className="tick">
              <input
                type="checkbox"
                checked={one.assembly}
                onChange={(event) => changeNew(index, { assembly: event.target.checked })}
              />
              <span>{t.toAssembly}</span>
            </label>
            <button type="button" className="plain" onClick={() => setAdded(added.filter((_, at) => at !== index))}>
              {t.remove}
            </button>
          </div>
        ))}
        <button
          type="button"
          onClick={() => setAdded([...added, { id: newKey(), relation: 'M2', label: '', assembly: false }])}
        >
          {t.addMatter}
        </button>
        {keysOf(relations).map((relation) => (
          <details key={relation}>
            <summary>{relations[relation][language]}</summary>
            {matters.map(
              (matter, index) =>
                matter.relation === relation && (
                  <MatterRow
                    key={matter.code}
                    matter={matter}
                    onChange={(next) => setMatters(matters.with(index, next))}
                  />
                ),
            )}
          </details>
        ))}
        <p className="quiet" role="status">
          {t.changedMatters(change.length + added.length)}
        </p>
        <div className="pair">
          <DayField label={t.effectiveFrom} hint={t.effectiveHint} value={from} onChange={setFrom} />
        </div>
        <TextArea label={t.whySet} value={reason} max={500} onChange={setReason} />
        <ProblemBox error={error} />
        <button type="submit" className="primary" disabled={busy || change.length + added.length === 0}>
          {busy ? t.waiting : t.setSubmit}
        </button>
      </form>
    </details>
  )
}
