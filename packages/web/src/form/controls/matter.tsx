import { useQuery } from '@tanstack/react-query'
import { tenantOf } from '@xieshang/kernel'
import { keysOf, relations } from '@xieshang/rules'
import { catalogueQuery } from '../../queries/settings.ts'
import { ProblemBox } from '../../shared/parts.tsx'
import { useTexts } from '../../texts/language.ts'
import { type Of, useForm } from '../context.ts'
import { wordsOf } from '../values.ts'
import { Labelled, told } from './labelled.tsx'

/** M6: a matter of the county's catalogue. */
export function Matter(props: Of<'matter'>) {
  const { language } = useTexts()
  const { division } = useForm()
  const { data, error, refetch } = useQuery(catalogueQuery(tenantOf(division)))
  return (
    <>
      <Labelled {...props}>
        <select {...told(props)} value={wordsOf(props.typed)} onChange={(event) => props.onChange(event.target.value)}>
          {keysOf(relations).map((relation) => (
            <optgroup key={relation} label={relations[relation][language]}>
              {data?.matters
                .filter((matter) => matter.relation === relation && !matter.withdrawn)
                .map((matter) => (
                  <option key={matter.code} value={matter.code}>
                    {matter.code} {matter[language]}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </Labelled>
      <ProblemBox error={error} retry={refetch} />
    </>
  )
}
