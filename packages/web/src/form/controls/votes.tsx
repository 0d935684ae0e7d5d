import { useTexts } from '../../texts/language.ts'
import { type Of, useForm } from '../context.ts'
import { answers, listOf } from '../values.ts'
import { Grouped, Labelled } from './labelled.tsx'

/** Three numbers for each of what is voted on. */
export function Votes(props: Of<'votes'>) {
  const { t, language } = useTexts()
  const { ground } = useForm()
  const items = props.field.from(ground)
  const all = Array.from({ length: items.length * answers.length }, (_, at) => listOf(props.typed)[at] ?? '')
  return (
    <Grouped {...props}>
      {items.map(({ value, label }, row) => (
        <fieldset key={value} className="counts">
          <legend>{label[language]}</legend>
          {answers.map((answer, column) => {
            const at = row * answers.length + column
            const id = `${props.id}-${at}`
            return (
              <Labelled key={answer} id={id} label={t[answer]} hint="">
                <input
                  id={id}
                  inputMode="numeric"
                  required
                  aria-invalid={props.wrong !== undefined}
                  value={all[at]}
                  onChange={(event) => props.onChange(all.with(at, event.target.value))}
                />
              </Labelled>
            )
          })}
        </fieldset>
      ))}
    </Grouped>
  )
}
