import { useConfig } from '../../shared/useConfig.ts'
import { useTexts } from '../../texts/language.ts'
import { type Of, useForm } from '../context.ts'
import { wordsOf } from '../values.ts'
import { Select } from './choice.tsx'
import { Labelled, told } from './labelled.tsx'
import { PickConsultation } from './pickConsultation.tsx'

function County(props: Of<'reference'>) {
  const { t } = useTexts()
  const config = useConfig()
  const options = (config?.counties ?? []).map(({ code, name }) => ({ value: code, label: name }))
  return <Select {...props} placeholder={t.affairs.pickCounty} options={options} />
}

/** What another thing is called by: a consultation that is found by its words, a county, an entry by its number. */
export function Reference(props: Of<'reference'>) {
  const { division } = useForm()
  const value = wordsOf(props.typed)
  switch (props.field.to) {
    case 'consultation':
      return <PickConsultation {...props} required={!props.field.optional} value={value} division={division} />
    case 'county':
      return <County {...props} />
    case 'entry':
      return (
        <Labelled {...props}>
          <input
            {...told(props)}
            maxLength={40}
            value={value}
            onChange={(event) => props.onChange(event.target.value)}
          />
        </Labelled>
      )
  }
}
