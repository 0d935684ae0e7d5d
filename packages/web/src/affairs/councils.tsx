import { useQuery } from '@tanstack/react-query'
import { levelOf, type PlaceCode } from '@xieshang/kernel'
import type { CouncilCount } from '@xieshang/rules'
import { useState } from 'react'
import type { CouncilReport } from '../api/affairs.ts'
import { councilsQuery } from '../queries/registers.ts'
import { now } from '../shared/clock.ts'
import { ProblemBox } from '../shared/parts.tsx'
import { localOf } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'

const thisYear = () => Number(localOf(now()).slice(0, 4))

/** F2: councils by quarter, of a village or of the villages of a place. */
export function Councils({ division }: { division: PlaceCode }) {
  const { t } = useTexts()
  const [year, setYear] = useState(thisYear)
  const { data, error, refetch } = useQuery(councilsQuery(division, year))
  return (
    <section>
      <h2>{t.affairs.councils(year)}</h2>
      <ProblemBox error={error} retry={refetch} />
      {data !== undefined && <Table report={data} village={levelOf(division) === 'village'} />}
      <div className="row actions">
        <button type="button" onClick={() => setYear(year - 1)}>
          {year - 1}
        </button>
        {year < thisYear() && (
          <button type="button" onClick={() => setYear(year + 1)}>
            {year + 1}
          </button>
        )}
      </div>
    </section>
  )
}

const stateOf = (count: CouncilReport['quarters'][number]): keyof Omit<CouncilCount, 'quarter'> =>
  count.overdue > 0
    ? 'overdue'
    : count.due > 0
      ? 'due'
      : count.held > 0
        ? 'held'
        : count.before > 0
          ? 'before'
          : 'ahead'

const marks = { overdue: 'failed', held: 'passed', due: '', ahead: 'ahead', before: 'ahead' } as const

function Table({ report, village }: { report: CouncilReport; village: boolean }) {
  const { t } = useTexts()
  const a = t.affairs
  const cell = (count: CouncilReport['quarters'][number]) => {
    const state = stateOf(count)
    const all = count.held + count.due + count.overdue + count.ahead + count.before
    return (
      <td key={count.quarter}>
        <span className={`badge ${marks[state]}`}>
          {village ? a.councilState[state] : a.villagesHeld(count.held, all)}
        </span>
      </td>
    )
  }
  return (
    <>
      {!village && <p className="quiet">{a.councilNote}</p>}
      <div className="scroll">
        <table className="quarters">
          <thead>
            <tr>
              {!village && <th>{a.place}</th>}
              {report.quarters.map(({ quarter }) => (
                <th key={quarter}>{a.quarter(quarter)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {!village && <th scope="row">{t.total}</th>}
              {report.quarters.map(cell)}
            </tr>
            {report.below.map(({ code, name, quarters }) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                {quarters.map(cell)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
