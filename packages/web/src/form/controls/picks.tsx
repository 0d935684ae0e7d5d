import { useTexts } from '../../texts/language.ts'
import { type Of, useForm } from '../context.ts'
import { Select, Ticks } from './choice.tsx'

function useHeld({ field }: Of<'pick' | 'picks'>) {
  const { language } = useTexts()
  const { ground } = useForm()
  return field.from(ground).map(({ value, label }) => ({ value: String(value), label: label[language] }))
}

/** One of what the consultation holds. */
export function Pick(props: Of<'pick'>) {
  return <Select {...props} options={useHeld(props)} />
}

/** Several of it. */
export function Picks(props: Of<'picks'>) {
  return <Ticks {...props} options={useHeld(props)} />
}
