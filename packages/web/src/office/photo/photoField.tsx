import { useState } from 'react'
import { staffOf } from '../../api/staff.ts'
import { Field } from '../../shared/fields.tsx'
import { newKey } from '../../shared/problem.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { base64Of, shrink } from './shrink.ts'

export type Picture = { readonly jpeg: Blob; readonly key: string; readonly preview: string }

/** Sends a picture and gives the name under which a command speaks of it. The same picture sent again is one photo. */
export async function handIn({ county, consultation }: Acting, { jpeg, key }: Picture): Promise<string> {
  const { photo } = await staffOf(county).handInPhoto(consultation.id, await base64Of(jpeg), key)
  return photo
}

/** A photo from the camera or from the phone's pictures, shown before it is sent. */
export function PhotoField({
  picture,
  onChange,
}: {
  picture: Picture | undefined
  onChange: (picture: Picture | undefined) => void
}) {
  const { t } = useTexts()
  const [unreadable, setUnreadable] = useState(false)
  async function choose(file: File | undefined): Promise<void> {
    const jpeg = file === undefined ? undefined : await shrink(file)
    setUnreadable(file !== undefined && jpeg === undefined)
    onChange(jpeg === undefined ? undefined : { jpeg, key: newKey(), preview: URL.createObjectURL(jpeg) })
  }
  return (
    <Field label={t.postings.photo}>
      {(id) => (
        <>
          <input
            id={id}
            type="file"
            accept="image/*"
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
          {unreadable && <span className="failed">{t.postings.unreadable}</span>}
          {picture !== undefined && <img className="photo" src={picture.preview} alt={t.postings.photo} />}
        </>
      )}
    </Field>
  )
}
