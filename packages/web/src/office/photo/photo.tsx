import { useState } from 'react'
import { staffOf } from '../../api/staff.ts'
import { ProblemBox } from '../../shared/parts.tsx'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'

/** A photo of the record; it is fetched only when somebody wants to see it. */
export function Photo({ acting: { county, consultation }, photo }: { acting: Acting; photo: string }) {
  const { t } = useTexts()
  const [shown, setShown] = useState<string>()
  const [error, setError] = useState<unknown>()
  if (shown !== undefined) return <img className="photo" src={shown} alt={t.postings.photo} />
  const show = () =>
    staffOf(county)
      .photo(consultation.id, photo)
      .then((jpeg) => setShown(URL.createObjectURL(jpeg)), setError)
  return (
    <>
      <button type="button" className="plain" onClick={() => void show()}>
        {t.postings.showPhoto}
      </button>
      <ProblemBox error={error} />
    </>
  )
}
