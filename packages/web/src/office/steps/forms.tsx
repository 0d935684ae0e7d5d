import { forms, isFiled } from '@xieshang/rules'
import { suggestForms } from '@xieshang/rules/deciding'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

/** P4: one or more forms, changeable until the record is filed. */
export function FormsStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { consultation } = acting
  if (consultation.list === undefined) return <p className="quiet">—</p>
  if (isFiled(consultation) || !may(acting, 'chooseForms'))
    return <p>{consultation.forms.map((form) => forms[form][language]).join('、')}</p>
  return (
    <>
      <p className="quiet">{t.formsSuggested(suggestForms(consultation).map((form) => forms[form][language]))}</p>
      <CommandForm acting={acting} command="chooseForms" label={t.chooseForms} />
    </>
  )
}
