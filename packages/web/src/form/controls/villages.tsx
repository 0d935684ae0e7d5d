import { useQuery } from '@tanstack/react-query'
import { placeQuery } from '../../queries/place.ts'
import { ProblemBox } from '../../shared/parts.tsx'
import { useTexts } from '../../texts/language.ts'
import { type Of, useForm } from '../context.ts'
import { listOf } from '../values.ts'
import { Ticks } from './choice.tsx'

/** P9e: the villages of a township that consult together. */
export function Villages(props: Of<'villages'>) {
  const { t } = useTexts()
  const { division } = useForm()
  const { data, error, refetch } = useQuery(placeQuery(division))
  const chosen = listOf(props.typed).length
  return (
    <>
      <Ticks
        {...props}
        hint=""
        options={(data?.children ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <p role="status" className={chosen >= 2 ? 'good' : 'warning'}>
        {t.villagesChosen(chosen)}
      </p>
      <ProblemBox error={error} retry={refetch} />
    </>
  )
}
