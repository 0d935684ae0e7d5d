import type { Dissent } from '@xieshang/rules'
import { useState } from 'react'
import { staffOf } from '../../api/staff.ts'
import { ProblemBox } from '../../shared/parts.tsx'
import { showDay } from '../../shared/time.ts'
import { useLoad } from '../../shared/useLoad.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

const load = async (key: string) => {
  const [county = '', id = '', pages = '1'] = key.split('/')
  const all: Dissent[] = []
  let cursor: string | undefined
  for (let page = 0; page < Number(pages); page++) {
    const found = await staffOf(county).dissents(id, cursor)
    all.push(...found.dissents)
    cursor = found.cursor
    if (cursor === undefined) break
  }
  return { dissents: all, more: cursor !== undefined }
}
/** P9f: every opposing opinion, from a ballot or said aloud, and how it was explained to who holds it. */
export function DissentsStep({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  const { id, version } = acting.consultation
  const [pages, setPages] = useState(1)
  // What is explained is another version, and is read again.
  const { data, error } = useLoad(load, `${acting.county}/${id}/${pages}/${version}`)
  return (
    <>
      <p className="quiet">{t.dissentsHint}</p>
      <ProblemBox error={error} />
      {data?.dissents.map((dissent) => (
        <One key={dissent.dissent} acting={acting} dissent={dissent} />
      ))}
      {data?.more === true && (
        <button type="button" onClick={() => setPages(pages + 1)}>
          {t.more}
        </button>
      )}
      {may(acting, 'recordDissent') && (
        <details>
          <summary>{t.saidAloud}</summary>
          <CommandForm acting={acting} command="recordDissent" />
        </details>
      )}
    </>
  )
}

function One({ acting, dissent }: { acting: Acting; dissent: Dissent }) {
  const { t, language } = useTexts()
  const { item, words, name, seat, explanation } = dissent
  const listed = acting.seats.find((one) => one.seat === seat)?.name
  const whose = name ?? listed ?? (seat === undefined ? t.unnamed : t.seatNumber(seat))
  return (
    <blockquote>
      <p className="text">{words}</p>
      <p className="quiet">
        {t.item(item)} · {whose}
      </p>
      {explanation === undefined ? (
        <CommandForm acting={acting} command="explainDissent" known={{ dissent: dissent.dissent }} />
      ) : (
        <p className="answer">
          {t.explained}
          {explanation.text}{' '}
          <span className="quiet">
            {explanation.by.name} {showDay(explanation.at, language)}
          </span>
        </p>
      )}
    </blockquote>
  )
}
