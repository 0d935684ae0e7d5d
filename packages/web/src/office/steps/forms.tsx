import { type Form, forms, isFiled, keysOf, suggestForms } from '@xieshang/rules'
import { useState } from 'react'
import { Choices } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may, useCommand } from '../acting.ts'

const all = keysOf(forms)

/** P4: one or more forms, changeable until the record is filed. */
export function FormsStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { consultation } = acting
  const { send, error, busy } = useCommand(acting)
  const [chosen, setChosen] = useState<Form[]>(
    consultation.forms.length > 0 ? [...consultation.forms] : suggestForms(consultation),
  )
  if (consultation.list === undefined) return <p className="quiet">—</p>
  if (isFiled(consultation) || !may(acting, 'chooseForms'))
    return <p>{consultation.forms.map((form) => forms[form][language]).join('、')}</p>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send('chooseForms', { forms: chosen })
      }}
    >
      <p className="quiet">{t.formsSuggested(suggestForms(consultation).map((form) => forms[form][language]))}</p>
      <Choices
        legend={t.stepForms}
        chosen={chosen}
        onChange={setChosen}
        options={all.map((value) => ({ value, label: forms[value][language] }))}
      />
      <ProblemBox error={error} />
      <button type="submit" className="primary" disabled={busy || chosen.length === 0}>
        {t.chooseForms}
      </button>
    </form>
  )
}
