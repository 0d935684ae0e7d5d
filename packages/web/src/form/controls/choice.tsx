import { keysOf } from '@xieshang/rules'
import { useTexts } from '../../texts/language.ts'
import type { ControlProps, Of } from '../context.ts'
import { listOf, wordsOf } from '../values.ts'
import { Grouped, Labelled, told } from './labelled.tsx'

type Option = { readonly value: string; readonly label: string }

/** A choice of one. Where nothing is chosen yet, nothing is chosen by accident. */
export function Select(props: ControlProps & { options: readonly Option[]; placeholder?: string }) {
  const { t } = useTexts()
  const { options, placeholder = t.choose, field, onChange } = props
  const value = wordsOf(props.typed)
  return (
    <Labelled {...props}>
      <select {...told(props)} value={value} onChange={(event) => onChange(event.target.value)}>
        {(value === '' || field.optional) && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

/** One or several of some. */
export function Ticks(props: ControlProps & { options: readonly Option[] }) {
  const chosen = listOf(props.typed)
  return (
    <Grouped {...props}>
      <div className="choices">
        {props.options.map(({ value, label }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) =>
                props.onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
              }
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </Grouped>
  )
}

const useOptions = ({ field: { options } }: Of<'choice' | 'choices'>): Option[] => {
  const { language } = useTexts()
  return keysOf(options).map((value) => ({ value, label: options[value]?.[language] ?? value }))
}

export function Choice(props: Of<'choice'>) {
  return <Select {...props} options={useOptions(props)} />
}

export function Choices(props: Of<'choices'>) {
  return <Ticks {...props} options={useOptions(props)} />
}
