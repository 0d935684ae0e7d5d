import { useQuery, useQueryClient } from '@tanstack/react-query'
import { tenantOf } from '@xieshang/kernel'
import {
  fillFromTemplate,
  keysOf,
  mostSeats,
  type ParticipantClass,
  participantClasses,
  type Template,
} from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import { type KeptTemplate, type Person, staffOf } from '../../api/staff.ts'
import { templateQuery } from '../../queries/place.ts'
import { TextField } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'

const classes = keysOf(participantClasses)

/** S3: “6+X”: the fixed groups are picked from the register at one touch; a village may change which they are. */
export function TemplateFill({
  village,
  people,
  onFill,
}: {
  village: string
  people: readonly Person[]
  onFill: (picked: readonly Person[]) => void
}) {
  const { t, language } = useTexts()
  const queryClient = useQueryClient()
  const { data, error, refetch } = useQuery(templateQuery(village))
  if (data === undefined) return <ProblemBox error={error} retry={refetch} />
  const { template, changed } = data
  return (
    <div className="inner">
      <button type="button" onClick={() => onFill(fillFromTemplate(template, people))}>
        {t.fillTemplate(template.name)}
      </button>
      <p className="quiet">
        {t.fillHint}{' '}
        {template.groups
          .map(({ class: kind, count }) => `${participantClasses[kind].label[language]} ${count ?? t.templateAll}`)
          .join(' · ')}
      </p>
      <details>
        <summary>{t.editTemplate}</summary>
        {changed !== undefined && (
          <p className="quiet">{t.templateKept(changed.by.name, showTime(changed.at, language))}</p>
        )}
        <TemplateForm
          key={changed?.at ?? ''}
          village={village}
          template={template}
          onKept={(kept) => queryClient.setQueryData(templateQuery(village).queryKey, kept)}
        />
      </details>
    </div>
  )
}

function TemplateForm({
  village,
  template,
  onKept,
}: {
  village: string
  template: Template
  onKept: (kept: KeptTemplate) => void
}) {
  const { t, language } = useTexts()
  const [name, setName] = useState(template.name)
  const [counts, setCounts] = useState<Readonly<Partial<Record<ParticipantClass, string>>>>(
    Object.fromEntries(template.groups.map(({ class: kind, count }) => [kind, count === undefined ? '' : `${count}`])),
  )
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const chosen = classes.filter((kind) => kind in counts)
  const tick = (kind: ParticipantClass, on: boolean) => {
    const { [kind]: _gone, ...others } = counts
    setCounts(on ? { ...others, [kind]: '' } : others)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    const groups = chosen.map((kind) => ({
      class: kind,
      ...((counts[kind] ?? '') !== '' && { count: Number(counts[kind]) }),
    }))
    try {
      onKept(await staffOf(tenantOf(village)).keepTemplate(village, { name, groups }))
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  // It stands inside the form of the list, so it sends by its own button.
  return (
    <fieldset>
      <TextField label={t.templateName} value={name} max={40} onChange={setName} />
      <ul className="ticks">
        {classes.map((kind) => (
          <li key={kind}>
            <label className="tick">
              <input type="checkbox" checked={kind in counts} onChange={(event) => tick(kind, event.target.checked)} />
              <span>{participantClasses[kind].label[language]}</span>
            </label>
            {kind in counts && (
              <label className="tick small">
                <span>{t.templateCount}</span>
                <input
                  type="number"
                  min={1}
                  max={mostSeats}
                  placeholder={t.templateAll}
                  value={counts[kind]}
                  onChange={(event) => setCounts({ ...counts, [kind]: event.target.value })}
                />
              </label>
            )}
          </li>
        ))}
      </ul>
      <ProblemBox error={error} />
      <button type="button" disabled={busy || chosen.length === 0} onClick={(event) => void submit(event)}>
        {t.keepTemplate}
      </button>
    </fieldset>
  )
}
