import { tenantOf } from '@xieshang/kernel'
import { keysOf, type ProposerKind, proposerKinds, relations } from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import { type NewTopic, staffOf } from '../api/staff.ts'
import { Field, Select, TextArea, TextField } from '../shared/fields.tsx'
import { ProblemBox } from '../shared/parts.tsx'
import { newKey } from '../shared/problem.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'

export type TopicFields = Omit<NewTopic, 'division' | 'villages' | 'follows'>

const loadCatalogue = (county: string) => staffOf(county).catalogue()

const fromTheTwo: readonly ProposerKind[] = ['partyOrganisation', 'committee']

/** P1a, P1b: the fields of a topic. A reason is asked for as soon as the rule needs one. */
export function TopicForm({
  label,
  village,
  first,
  onSend,
}: {
  label: string
  village: string
  first?: TopicFields
  onSend: (topic: TopicFields, key: string) => Promise<void>
}) {
  const { t, language } = useTexts()
  const catalogue = useLoad(loadCatalogue, tenantOf(village))
  const [topic, setTopic] = useState<TopicFields>(
    first ?? {
      title: '',
      description: '',
      matter: 'M2.9',
      publicInterest: true,
      proposers: [{ kind: 'committee', name: '' }],
    },
  )
  const [rows, setRows] = useState(() => topic.proposers.map((proposer) => ({ ...proposer, id: newKey() })))
  const [key] = useState(newKey)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<TopicFields>) => setTopic({ ...topic, ...part })
  const needsReason = topic.publicInterest && !rows.some(({ kind }) => fromTheTwo.includes(kind))
  const send = (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const { exception, ...rest } = topic
    const proposers = rows.map(({ kind, name }) => ({ kind, name }))
    onSend({ ...rest, proposers, ...(needsReason && exception !== undefined && { exception }) }, key)
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return (
    <form className="card" onSubmit={send}>
      <TextField label={t.title} value={topic.title} onChange={(title) => change({ title })} />
      <TextArea label={t.description} value={topic.description} onChange={(description) => change({ description })} />
      <Field label={t.matter}>
        {(id) => (
          <select id={id} value={topic.matter} onChange={(event) => change({ matter: event.target.value })}>
            {keysOf(relations).map((relation) => (
              <optgroup key={relation} label={relations[relation][language]}>
                {catalogue.data?.matters
                  .filter((matter) => matter.relation === relation && !matter.withdrawn)
                  .map((matter) => (
                    <option key={matter.code} value={matter.code}>
                      {matter.code} {matter[language]}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <label className="tick">
        <input
          type="checkbox"
          checked={topic.publicInterest}
          onChange={(event) => change({ publicInterest: event.target.checked })}
        />
        <span>{t.publicInterest}</span>
      </label>
      {rows.map((row, index) => (
        <div className="pair" key={row.id}>
          <Select
            label={t.proposer}
            value={row.kind}
            options={keysOf(proposerKinds).map((kind) => ({ value: kind, label: proposerKinds[kind][language] }))}
            onChange={(kind) => setRows(rows.with(index, { ...row, kind }))}
          />
          <TextField
            label={t.proposerName}
            value={row.name}
            max={60}
            onChange={(name) => setRows(rows.with(index, { ...row, name }))}
          />
          {rows.length > 1 && (
            <button type="button" className="plain" onClick={() => setRows(rows.toSpliced(index, 1))}>
              {t.remove}
            </button>
          )}
        </div>
      ))}
      <button type="button" onClick={() => setRows([...rows, { kind: 'residents', name: '', id: newKey() }])}>
        {t.addProposer}
      </button>
      {needsReason && (
        <TextArea
          label={`${t.exceptionLabel}（P1a）`}
          value={topic.exception ?? ''}
          max={500}
          onChange={(exception) => change({ exception })}
        />
      )}
      <ProblemBox error={error ?? catalogue.error} />
      <button type="submit" className="primary" disabled={busy}>
        {busy ? t.waiting : label}
      </button>
    </form>
  )
}
