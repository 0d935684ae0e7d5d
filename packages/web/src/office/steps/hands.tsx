import { type FormEvent, useState } from 'react'
import type { Consultation } from '../../api/staff.ts'
import { Field } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { useTexts } from '../../texts/language.ts'
import { type Acting, useCommand } from '../acting.ts'

type Round = Consultation['rounds'][number]
type Counts = Readonly<Record<number, { yes: string; no: string; abstain: string }>>
const answers = ['yes', 'no', 'abstain'] as const

/** P6a: hands counted by one officer and counted again by another. */
export function Hands({ acting, round }: { acting: Acting; round: Round }) {
  const { t } = useTexts()
  const { send, error, busy } = useCommand(acting)
  const [counts, setCounts] = useState<Counts>({})
  const own = round.entry?.by.own === true
  const confirming = round.entry !== undefined && !own
  const of = (item: number) => counts[item] ?? { yes: '', no: '', abstain: '' }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = {
      round: round.round,
      counts: round.items.map((item) => ({
        item,
        yes: Number(of(item).yes),
        no: Number(of(item).no),
        abstain: Number(of(item).abstain),
      })),
    }
    void send(confirming ? 'confirmHands' : 'enterHands', body)
  }
  return (
    <form onSubmit={submit}>
      {round.entry !== undefined && <p className="warning">{own ? t.enteredBy(round.entry.by.name) : t.confirmHint}</p>}
      {round.items.map((item) => (
        <fieldset key={item} className="counts">
          <legend>
            {t.item(item)} {acting.consultation.items.find((one) => one.item === item)?.title}
          </legend>
          {answers.map((answer) => (
            <Field key={answer} label={t[answer]}>
              {(id) => (
                <input
                  id={id}
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={1000}
                  required
                  value={of(item)[answer]}
                  onChange={(event) => setCounts({ ...counts, [item]: { ...of(item), [answer]: event.target.value } })}
                />
              )}
            </Field>
          ))}
        </fieldset>
      ))}
      <ProblemBox error={error} />
      <button type="submit" className="primary" disabled={busy}>
        {confirming ? t.confirmHands : t.enterHands}
      </button>
    </form>
  )
}
