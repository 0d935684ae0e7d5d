import { chainParts, type FilingBody, filingBodies, isFiled, keysOf } from '@xieshang/rules'
import { useState } from 'react'
import { Link } from 'wouter'
import { staffOf } from '../../api/staff.ts'
import { download } from '../../shared/download.ts'
import { Select, TextField } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { newKey } from '../../shared/problem.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may, useCommand } from '../acting.ts'
import { Filings } from './filing.tsx'

const bodies = keysOf(filingBodies)

/** P7: the record, as a Word document and filed with a body. */
export function RecordStep({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  const { consultation, county } = acting
  const [downloadError, setDownloadError] = useState<unknown>()
  const { title } = consultation.topic
  const save = (file: Promise<Blob>, name: string) => file.then((blob) => download(blob, name)).catch(setDownloadError)
  /** The parts follow each other in one file. */
  const chain = async () => {
    const parts: Blob[] = []
    for (let part = 1; part <= chainParts(consultation.version); part++)
      parts.push(await staffOf(county).chain(consultation.id, part))
    return new Blob(parts)
  }
  const counted =
    consultation.rounds.some((round) => round.status === 'closed') ||
    consultation.escalations.some(({ vote }) => vote !== undefined)
  if (!counted) return <p className="quiet">—</p>
  return (
    <>
      <p className="row actions">
        <button
          type="button"
          onClick={() => void save(staffOf(county).record(consultation.id), `${title}协商记录.docx`)}
        >
          {t.downloadRecord}
        </button>
        <Link className="button" href={`/office/c/${consultation.id}/record`}>
          {t.readRecord}
        </Link>
        {consultation.chainHead !== undefined && (
          <button type="button" onClick={() => void save(chain(), `${title}过程存证.ndjson`)}>
            {t.chain.file}
          </button>
        )}
      </p>
      <ProblemBox error={downloadError} />
      <Filings acting={acting} />
      {!isFiled(consultation) && may(acting, 'fileRecord') && <FileForm acting={acting} />}
    </>
  )
}

type Row = { readonly id: string; readonly body: FilingBody; readonly name: string }

/** P7: one or several bodies with which the record is filed; a returned record goes to the same ones again. */
function FileForm({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { send, error, busy } = useCommand(acting)
  const before = acting.consultation.filings.at(-1)?.bodies ?? [{ body: 'township' as const, name: '' }]
  const [rows, setRows] = useState<readonly Row[]>(() => before.map(({ body, name }) => ({ id: newKey(), body, name })))
  const change = (index: number, part: Partial<Row>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...part } : row)))
  return (
    <form
      className="inner"
      onSubmit={(event) => {
        event.preventDefault()
        void send('fileRecord', { bodies: rows.map(({ body, name }) => ({ body, name })) })
      }}
    >
      {rows.map((row, index) => (
        <div className="pair" key={row.id}>
          <Select
            label={t.filingBody}
            value={row.body}
            onChange={(body) => change(index, { body })}
            options={bodies.map((value) => ({ value, label: filingBodies[value][language] }))}
          />
          <TextField label={t.bodyName} value={row.name} onChange={(name) => change(index, { name })} />
          {rows.length > 1 && (
            <button type="button" className="plain" onClick={() => setRows(rows.filter(({ id }) => id !== row.id))}>
              {t.remove}
            </button>
          )}
        </div>
      ))}
      <ProblemBox error={error} />
      <div className="row actions">
        <button type="submit" className="primary" disabled={busy}>
          {acting.consultation.filings.length > 0 ? t.fileAgain : t.fileRecord}
        </button>
        {rows.length < 10 && (
          <button type="button" onClick={() => setRows([...rows, { id: newKey(), body: 'department', name: '' }])}>
            {t.addFilingBody}
          </button>
        )}
      </div>
    </form>
  )
}
