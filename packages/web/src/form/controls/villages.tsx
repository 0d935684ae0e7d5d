import { tenantOf } from '@xieshang/kernel'
import { staffOf } from '../../api/staff.ts'
import { ProblemBox } from '../../shared/parts.tsx'
import { useLoad } from '../../shared/useLoad.ts'
import { useTexts } from '../../texts/language.ts'
import { type Of, useForm } from '../context.ts'
import { listOf } from '../values.ts'
import { Ticks } from './choice.tsx'

const load = (township: string) => staffOf(tenantOf(township)).division(township)

/** P9e: the villages of a township that consult together. */
export function Villages(props: Of<'villages'>) {
  const { t } = useTexts()
  const { division } = useForm()
  const { data, error, reload } = useLoad(load, division)
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
      <ProblemBox error={error} retry={reload} />
    </>
  )
}
