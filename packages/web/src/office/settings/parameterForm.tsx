import {
  cityBounds,
  keysOf,
  type MajorStep,
  majorBounds,
  type Parameters,
  type PeriodId,
  parametersProblem,
  periods,
  refusalText,
} from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import { type ParameterSettings, staffOf } from '../../api/staff.ts'
import { Select, TextArea, TextField } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { newKey } from '../../shared/problem.ts'
import { useTexts } from '../../texts/language.ts'
import { allowed } from './allowed.ts'
import { DayField, NumberField, today } from './shared.tsx'

type Fields = Omit<Parameters, 'version'>

const dayPaths = ['publicationDays', 'linkDays', 'reminderDays'] as const

function MajorSteps({ steps, onChange }: { steps: readonly MajorStep[]; onChange: (steps: MajorStep[]) => void }) {
  const { t } = useTexts()
  const change = (index: number, step: MajorStep) => onChange(steps.with(index, step))
  return (
    <fieldset>
      <legend>{t.majorTitle}</legend>
      <p className="quiet">{t.majorAllows}</p>
      {steps.map((step, index) => (
        <div className="inner" key={step.id}>
          <div className="pair">
            <TextField
              label={`${index + 1}. ${t.stepName}`}
              value={step.label}
              max={40}
              onChange={(label) => change(index, { ...step, label })}
            />
            <TextField
              label={t.stepBody}
              value={step.body}
              max={40}
              onChange={(body) => change(index, { ...step, body })}
            />
            {step.kind === 'publication' && (
              <NumberField
                label={t.stepDays}
                value={step.days ?? majorBounds.publicationDays}
                onChange={(days) => change(index, { ...step, days })}
              />
            )}
          </div>
          <div className="row actions">
            {step.kind === 'deliberation' && (
              <label className="tick">
                <input
                  type="checkbox"
                  checked={step.quorum !== undefined}
                  onChange={(event) => {
                    const { quorum: _quorum, ...rest } = step
                    change(index, event.target.checked ? { ...rest, quorum: majorBounds.quorum } : rest)
                  }}
                />
                <span>{t.stepVotes}</span>
              </label>
            )}
            {index > 0 && (
              <button
                type="button"
                className="plain"
                aria-label={`${t.moveUp} ${step.label}`}
                onClick={() => onChange(steps.toSpliced(index, 1).toSpliced(index - 1, 0, step))}
              >
                {t.moveUp}
              </button>
            )}
          </div>
        </div>
      ))}
    </fieldset>
  )
}

/** G10: a new version of the parameters. What the city does not allow is said before it is sent. */
export function ParameterForm({
  county,
  settings,
  onDone,
}: {
  county: string
  settings: ParameterSettings
  onDone: (settings: ParameterSettings) => void
}) {
  const { t, language } = useTexts()
  const { version: _version, ...start } = settings.versions[0]?.content ?? settings.current
  const [fields, setFields] = useState<Fields>(start)
  const [from, setFrom] = useState(
    settings.versions[0]?.standing === 'coming' ? settings.versions[0].effectiveFrom : today(),
  )
  const [reason, setReason] = useState('')
  const [key] = useState(newKey)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<Fields>) => setFields({ ...fields, ...part })
  const problem = parametersProblem(fields)
  const hint = (path: string) => {
    const bound = cityBounds[path]
    return bound === undefined ? '' : `${t.cityAllows} ${allowed(bound, t)}`
  }
  const label = (path: string) => cityBounds[path]?.label[language] ?? path
  const send = (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    staffOf(county)
      .setParameters({ effectiveFrom: from, reason, parameters: fields }, settings.revision, key)
      .then(onDone, setError)
      .finally(() => setBusy(false))
  }
  const period = (id: PeriodId) => (
    <NumberField
      key={id}
      label={label(`periods.${id}`)}
      hint={hint(`periods.${id}`)}
      value={fields.periods[id]}
      onChange={(days) => change({ periods: { ...fields.periods, [id]: days } })}
    />
  )
  return (
    <details className="step">
      <summary>{t.setNew}</summary>
      <form onSubmit={send}>
        <div className="pair">
          <DayField label={t.effectiveFrom} hint={t.effectiveHint} value={from} onChange={setFrom} />
        </div>
        {(['quorum', 'majority'] as const).map((path) => (
          <fieldset key={path}>
            <legend>
              {label(path)} <span className="hint">{hint(path)}</span>
            </legend>
            <div className="pair">
              <NumberField
                label={t.shareNeeds}
                value={fields[path].needs}
                onChange={(needs) => change({ [path]: { ...fields[path], needs } })}
              />
              <NumberField
                label={t.shareOf}
                value={fields[path].of}
                onChange={(of) => change({ [path]: { ...fields[path], of } })}
              />
            </div>
          </fieldset>
        ))}
        <Select
          label={t.majorityBaseLabel}
          value={fields.majorityBase}
          options={keysOf(t.majorityBases).map((value) => ({ value, label: t.majorityBases[value] }))}
          onChange={(majorityBase) => change({ majorityBase })}
        />
        <div className="pair">
          {dayPaths.map((path) => (
            <NumberField
              key={path}
              label={label(path)}
              hint={hint(path)}
              value={fields[path]}
              onChange={(days) => change({ [path]: days })}
            />
          ))}
          {keysOf(periods).map(period)}
        </div>
        <MajorSteps steps={fields.majorSteps} onChange={(majorSteps) => change({ majorSteps })} />
        <TextArea label={t.whySet} value={reason} max={500} onChange={setReason} />
        {problem !== undefined && (
          <p className="warning" role="status">
            {refusalText(problem, language)}
          </p>
        )}
        <ProblemBox error={error} />
        <button type="submit" className="primary" disabled={busy || problem !== undefined}>
          {busy ? t.waiting : t.setSubmit}
        </button>
      </form>
    </details>
  )
}
