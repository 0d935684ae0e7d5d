import { chainParts, isFiled } from '@xieshang/rules'
import { useState } from 'react'
import { Link } from 'wouter'
import { staffOf } from '../../api/staff.ts'
import { address } from '../../shared/addresses.ts'
import { download } from '../../shared/download.ts'
import { ProblemBox } from '../../shared/parts.tsx'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'
import { Filings } from './filing.tsx'

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
        <Link className="button" href={address.record({ id: consultation.id })}>
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
      {!isFiled(consultation) && (
        <CommandForm
          acting={acting}
          command="fileRecord"
          label={consultation.filings.length > 0 ? t.fileAgain : t.fileRecord}
        />
      )}
    </>
  )
}
