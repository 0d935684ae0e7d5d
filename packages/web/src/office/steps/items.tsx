import { aspects, isFiled, keysOf } from '@xieshang/rules'
import { useState } from 'react'
import type { Consultation } from '../../api/staff.ts'
import { TextArea, TextField } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may, useCommand } from '../acting.ts'

type Item = Consultation['items'][number]
const empty: Item['aspects'] = { problem: '', manifestation: '', impact: '', cause: '', solution: '', cautions: '' }
const names = keysOf(aspects)

/** P5: the items with their six aspects; what failed or is open can be revised. */
export function ItemsStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { consultation } = acting
  const { send, error, busy } = useCommand(acting)
  const [adding, setAdding] = useState(false)
  const [revising, setRevising] = useState<number>()
  if (consultation.registered === undefined) return <p className="quiet">—</p>
  const fixed = isFiled(consultation) || !may(acting, 'addItem')
  return (
    <>
      {consultation.items.map((item) => (
        <details key={item.item} className="inner">
          <summary>
            {t.item(item.item)} {item.title} <span className={`badge ${item.status}`}>{t.itemStatus[item.status]}</span>
          </summary>
          {names.map((name) => (
            <p key={name}>
              <strong>{aspects[name][language]}</strong>：{item.aspects[name] === '' ? '—' : item.aspects[name]}
            </p>
          ))}
          {item.discussions.map((one) => (
            <p key={one.at} className="quiet">
              {one.text}
            </p>
          ))}
          {!fixed && item.status !== 'passed' && revising !== item.item && (
            <button type="button" onClick={() => setRevising(item.item)}>
              {t.reviseItem}
            </button>
          )}
          {revising === item.item && (
            <ItemForm
              label={t.reviseItem}
              first={item}
              busy={busy}
              onSend={(fields) =>
                send('reviseItem', { item: item.item, ...fields }).then((done) => {
                  if (done) setRevising(undefined)
                })
              }
            />
          )}
        </details>
      ))}
      <ProblemBox error={error} />
      {!fixed && !adding && (
        <button type="button" className="primary" onClick={() => setAdding(true)}>
          {t.addItem}
        </button>
      )}
      {adding && (
        <ItemForm
          label={t.addItem}
          first={{ title: '', aspects: empty }}
          busy={busy}
          onSend={(fields) =>
            send('addItem', fields).then((done) => {
              if (done) setAdding(false)
            })
          }
        />
      )}
    </>
  )
}

type Fields = Pick<Item, 'title' | 'aspects'>

function ItemForm({
  label,
  first,
  busy,
  onSend,
}: {
  label: string
  first: Fields
  busy: boolean
  onSend: (fields: Fields) => Promise<void>
}) {
  const { t, language } = useTexts()
  const [fields, setFields] = useState<Fields>({ title: first.title, aspects: first.aspects })
  return (
    <form
      className="inner"
      onSubmit={(event) => {
        event.preventDefault()
        void onSend(fields)
      }}
    >
      <TextField label={t.itemTitle} value={fields.title} onChange={(title) => setFields({ ...fields, title })} />
      {names.map((name) => (
        <TextArea
          key={name}
          label={aspects[name][language]}
          value={fields.aspects[name]}
          max={1000}
          required={name === 'problem' || name === 'solution'}
          {...(name !== 'problem' && name !== 'solution' && { hint: t.optional })}
          onChange={(text) => setFields({ ...fields, aspects: { ...fields.aspects, [name]: text } })}
        />
      ))}
      <button type="submit" className="primary" disabled={busy}>
        {label}
      </button>
    </form>
  )
}
