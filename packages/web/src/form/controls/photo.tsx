import { useState } from 'react'
import { handIn } from '../../office/photo/handIn.ts'
import { shrink } from '../../office/photo/shrink.ts'
import { ProblemBox } from '../../shared/parts.tsx'
import { newKey } from '../../shared/problem.ts'
import { useTexts } from '../../texts/language.ts'
import { type Of, useForm } from '../context.ts'
import { Labelled, told } from './labelled.tsx'

/** A photo from the camera or from the phone's pictures: handed in as it is chosen, and shown from then on. */
export function PhotoControl(props: Of<'photo'>) {
  const { t } = useTexts()
  const { acting } = useForm()
  const [preview, setPreview] = useState('')
  const [unreadable, setUnreadable] = useState(false)
  const [error, setError] = useState<unknown>()
  async function choose(file: File | undefined): Promise<void> {
    props.onChange('')
    setPreview('')
    setError(undefined)
    const jpeg = file === undefined ? undefined : await shrink(file)
    setUnreadable(file !== undefined && jpeg === undefined)
    if (jpeg === undefined || acting === undefined) return
    props.onChange(await handIn(acting, jpeg, newKey()))
    setPreview(URL.createObjectURL(jpeg))
  }
  return (
    <Labelled {...props}>
      <input
        {...told(props)}
        type="file"
        accept="image/*"
        onChange={(event) => void choose(event.currentTarget.files?.[0]).catch(setError)}
      />
      {unreadable && <span className="failed">{t.postings.unreadable}</span>}
      <ProblemBox error={error} />
      {preview !== '' && <img className="photo" src={preview} alt={t.postings.photo} />}
    </Labelled>
  )
}
