import { type Channel, channels, isFiled, keysOf, owesPublication } from '@xieshang/rules'
import { useState } from 'react'
import { Choices, Field, TextArea } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { showDay } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may, useCommand } from '../acting.ts'
import { ScreenLink } from '../screenLink.tsx'
import { Postings } from './postings.tsx'

const channelNames = keysOf(channels)

/** P8, P9g: the outcome as it was published, and its form as long as a publication is owed. */
export function PublicationStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { consultation, county } = acting
  const publication = consultation.publications.at(-1)
  const owed = isFiled(consultation) && owesPublication(consultation)
  if (publication === undefined && !owed) return <p className="quiet">—</p>
  return (
    <>
      {publication !== undefined && (
        <>
          <p className="text">{publication.text}</p>
          <p className="good">
            {t.publishedUntil(showDay(publication.from, language), showDay(publication.until, language))}
          </p>
          <p>
            <a href={`/p/${county}/${consultation.id}`} target="_blank" rel="noreferrer">
              {t.publicPage}
            </a>
          </p>
          <ScreenLink channels={publication.channels} consultation={consultation} />
          <Postings acting={acting} of="outcome" />
        </>
      )}
      {owed && publication !== undefined && <p className="warning">{t.publishAgain}</p>}
      {owed && may(acting, 'publishOutcome') && <PublicationForm acting={acting} />}
    </>
  )
}

function PublicationForm({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { consultation } = acting
  const { send, error, busy } = useCommand(acting)
  const [text, setText] = useState('')
  const [days, setDays] = useState(String(consultation.parameters.publicationDays))
  const [chosen, setChosen] = useState<Channel[]>(['website', 'sms'])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send('publishOutcome', { text, channels: chosen, days: Number(days) })
      }}
    >
      <TextArea label={t.publicationText} value={text} max={1000} onChange={setText} />
      <Field label={t.days}>
        {(id) => (
          <input
            id={id}
            type="number"
            min={1}
            max={365}
            required
            value={days}
            onChange={(event) => setDays(event.target.value)}
          />
        )}
      </Field>
      <Choices
        legend={t.channels}
        chosen={chosen}
        onChange={setChosen}
        options={channelNames.map((value) => ({ value, label: channels[value].label[language] }))}
      />
      <ProblemBox error={error} />
      <button type="submit" className="primary" disabled={busy || chosen.length === 0}>
        {t.publish}
      </button>
    </form>
  )
}
