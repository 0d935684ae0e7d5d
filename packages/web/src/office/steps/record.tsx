import { type Channel, channels, type FilingBody, filingBodies, keysOf } from '@xieshang/rules'
import { useState } from 'react'
import { Link } from 'wouter'
import { staffOf } from '../../api/staff.ts'
import { Choices, Field, ProblemBox, Select, TextArea, TextField } from '../../shared/parts.tsx'
import { showDay } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, useCommand } from '../acting.ts'

const bodies = keysOf(filingBodies)
const channelNames = keysOf(channels)

/** P7: the record, as a Word document and filed with a body. */
export function RecordStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { consultation, county } = acting
  const { send, error, busy } = useCommand(acting)
  const [body, setBody] = useState<FilingBody>('township')
  const [name, setName] = useState('')
  const [downloadError, setDownloadError] = useState<unknown>()
  const download = async () => {
    try {
      const url = URL.createObjectURL(await staffOf(county).record(consultation.id))
      const link = Object.assign(document.createElement('a'), {
        href: url,
        download: `${consultation.topic.title}协商记录.docx`,
      })
      link.click()
      URL.revokeObjectURL(url)
    } catch (failure) {
      setDownloadError(failure)
    }
  }
  if (!consultation.rounds.some((round) => round.status === 'closed')) return <p className="quiet">—</p>
  return (
    <>
      <p>
        <button type="button" onClick={() => void download()}>
          {t.downloadRecord}
        </button>{' '}
        <Link className="button" href={`/office/c/${consultation.id}/record`}>
          {t.readRecord}
        </Link>
      </p>
      <ProblemBox error={downloadError} />
      {consultation.filings.map((filing) => (
        <p key={filing.at} className="good">
          {t.filed}
          {filing.bodies.map((one) => `${one.name}（${filingBodies[one.body][language]}）`).join('、')}
        </p>
      ))}
      {consultation.filings.length === 0 && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void send('fileRecord', { bodies: [{ body, name }] })
          }}
        >
          <div className="pair">
            <Select
              label={t.filingBody}
              value={body}
              onChange={setBody}
              options={bodies.map((value) => ({ value, label: filingBodies[value][language] }))}
            />
            <TextField label={t.bodyName} value={name} onChange={setName} />
          </div>
          <ProblemBox error={error} />
          <button type="submit" className="primary" disabled={busy}>
            {t.fileRecord}
          </button>
        </form>
      )}
    </>
  )
}

/** P8: the outcome, published for its days. */
export function PublicationStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { consultation, county } = acting
  const { send, error, busy } = useCommand(acting)
  const [text, setText] = useState('')
  const [days, setDays] = useState(String(consultation.parameters.publicationDays))
  const [chosen, setChosen] = useState<Channel[]>(['website', 'sms'])
  const publication = consultation.publications.at(-1)
  if (publication !== undefined)
    return (
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
      </>
    )
  if (consultation.filings.length === 0) return <p className="quiet">—</p>
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
