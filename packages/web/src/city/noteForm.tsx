import type { PlaceCode } from '@xieshang/kernel'
import { entryKinds } from '@xieshang/rules/registers'
import { useState } from 'react'
import { cityNotes } from '../api/city.ts'
import { formOf } from '../form/draft/formOf.ts'
import { Form } from '../form/form.tsx'
import { useTexts } from '../texts/language.ts'

// What it is about is known from where the form is opened.
const { consultation: _known, ...fields } = entryKinds.supervisionNote.fields

type About = { readonly title?: string; readonly consultation?: string; readonly duty?: string }

/** G3: a note of the city to a place, about a consultation or about anything else. */
export function NoteForm({ division, place, about = {} }: { division: PlaceCode; place: string; about?: About }) {
  const { t } = useTexts()
  const [sent, setSent] = useState(false)
  if (sent) return <p role="status">{t.oversight.onItsWay}</p>
  const { title, consultation, duty } = about
  return (
    <Form
      fields={fields}
      division={division}
      label={t.oversight.sendTo(place)}
      where={{ api: 'city', place: division, about: consultation ?? 'new', form: formOf('note', duty) }}
      first={{ issuers: ['city'], ...(title !== undefined && { title }) }}
      onSend={async (body, key) => {
        await cityNotes.send(division, { ...body, ...(consultation !== undefined && { consultation }) }, key)
        setSent(true)
      }}
    />
  )
}
