import { useTexts } from '../../texts/language.ts'
import type { ControlProps, Of } from '../context.ts'
import { wordsOf } from '../values.ts'
import { Labelled, told } from './labelled.tsx'

const typedIn = (props: ControlProps) => ({
  ...told(props),
  value: wordsOf(props.typed),
  onChange: ({ target }: { target: { value: string } }) => props.onChange(target.value),
})

export function Line(props: Of<'line'>) {
  return (
    <Labelled {...props}>
      <input {...typedIn(props)} maxLength={props.field.max} />
    </Labelled>
  )
}

/** What nobody may read over a shoulder, and no browser remembers. */
export function Secret(props: Of<'secret'>) {
  return (
    <Labelled {...props}>
      <input {...typedIn(props)} type="password" autoComplete="off" maxLength={props.field.max} />
    </Labelled>
  )
}

export function Long(props: Of<'long'>) {
  return (
    <Labelled {...props}>
      <textarea {...typedIn(props)} maxLength={props.field.max} rows={3} />
    </Labelled>
  )
}

export function Lines(props: Of<'lines'>) {
  return (
    <Labelled {...props}>
      <textarea {...typedIn(props)} rows={3} />
    </Labelled>
  )
}

export function Day(props: Of<'day'>) {
  return (
    <Labelled {...props}>
      <input {...typedIn(props)} type="date" />
    </Labelled>
  )
}

/** A moment, in the place's own time. */
export function Moment(props: Of<'instant'>) {
  return (
    <Labelled {...props}>
      <input {...typedIn(props)} type="datetime-local" />
    </Labelled>
  )
}

/** A number, or an amount in yuan. */
export function Figure(props: Of<'count' | 'money'>) {
  const { t } = useTexts()
  const isMoney = props.field.input === 'money'
  return (
    <Labelled {...props} hint={isMoney ? t.affairs.moneyHint : props.hint}>
      <input {...typedIn(props)} inputMode={isMoney ? 'decimal' : 'numeric'} />
    </Labelled>
  )
}

export function Tick({ id, label, hint, typed, onChange }: Of<'tick'>) {
  return (
    <label className="tick">
      <input
        id={id}
        type="checkbox"
        checked={wordsOf(typed) !== ''}
        onChange={(event) => onChange(event.target.checked ? '1' : '')}
      />
      <span>
        {label}
        {hint !== '' && <span className="hint">{hint}</span>}
      </span>
    </label>
  )
}
