import { noSeats, sizeOf } from '@xieshang/rules'
import { useState } from 'react'
import type { Consultation } from '../../api/staff.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

type Round = Consultation['rounds'][number]

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0)

/** P6a: what came back on paper, or was answered one to one: one officer enters it, another enters the same to confirm. */
export function Papers({ acting, round }: { acting: Acting; round: Round }) {
  const { t } = useTexts()
  /** The entry that is being replaced, while one is. */
  const [replaced, setReplaced] = useState<string>()
  const { papers, confirmedBy } = round
  const own = papers?.by.own === true
  const confirming = papers !== undefined && confirmedBy === undefined && !own
  if (papers !== undefined && !confirming && replaced !== papers.at)
    return (
      <div className="inner">
        <p className={confirmedBy === undefined ? 'warning' : 'good'}>
          {confirmedBy === undefined
            ? t.papersEnteredBy(papers.by.name)
            : t.papersConfirmed(papers.by.name, confirmedBy.name)}
        </p>
        <button type="button" onClick={() => setReplaced(papers.at)}>
          {t.enterPapersAgain}
        </button>
      </div>
    )
  return (
    <div className="inner">
      <h3>{round.method === 'oneToOne' ? t.oneToOne : t.papers}</h3>
      {confirming && <p className="warning">{t.papersConfirmHint}</p>}
      <CommandForm
        acting={acting}
        command={confirming ? 'confirmPapers' : 'enterPapers'}
        draft="papers"
        known={{ round: round.round }}
        label={confirming ? t.confirmPapers : t.enterPapers}
        aside={({ ballots, returned }) => (
          <p role="status" className="quiet">
            {t.papersReturned(lengthOf(ballots) + lengthOf(returned), sizeOf(round.paper ?? noSeats))}
          </p>
        )}
      />
    </div>
  )
}
