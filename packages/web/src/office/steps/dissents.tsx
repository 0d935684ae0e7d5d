import type { Dissent } from '@xieshang/rules'
import { dissentsQuery } from '../../queries/consultation.ts'
import { Pages } from '../../queries/pages.tsx'
import { showDay } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

/** P9f: every opposing opinion, from a ballot or said aloud, and how it was explained to who holds it. */
export function DissentsStep({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  return (
    <>
      <p className="quiet">{t.dissentsHint}</p>
      <Pages query={dissentsQuery({ county: acting.county, id: acting.consultation.id })} quiet>
        {({ dissents }) => dissents.map((dissent) => <One key={dissent.dissent} acting={acting} dissent={dissent} />)}
      </Pages>
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
