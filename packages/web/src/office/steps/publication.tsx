import { isFiled, owesPublication } from '@xieshang/rules'
import { address } from '../../shared/addresses.ts'
import { showDay } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'
import { ScreenLink } from '../screenLink.tsx'
import { Postings } from './postings.tsx'

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
            <a href={address.publicOne({ county, id: consultation.id })} target="_blank" rel="noreferrer">
              {t.publicPage}
            </a>
          </p>
          <ScreenLink channels={publication.channels} consultation={consultation} />
          <Postings acting={acting} of="outcome" />
        </>
      )}
      {owed && publication !== undefined && <p className="warning">{t.publishAgain}</p>}
      {owed && <CommandForm acting={acting} command="publishOutcome" label={t.publish} />}
    </>
  )
}
