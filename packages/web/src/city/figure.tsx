import { tenantOf } from '@xieshang/kernel'
import { type IndicatorId, indicators, steps } from '@xieshang/rules'
import { useState } from 'react'
import { Link } from 'wouter'
import { type FigureDetail, figureOf } from '../api/city.ts'
import { usualNextWords } from '../shared/nextWords.ts'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { showDay } from '../shared/time.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'

const loadFirst = (key: string) => {
  const [division = '', indicator = ''] = key.split('/')
  return figureOf(division, indicator as IndicatorId)
}

/** The consultations a figure is made of. Read again whenever the figure itself changes. */
export function FigureList({
  division,
  indicator,
  total,
  place,
}: {
  division: string
  indicator: IndicatorId
  total: number
  place: string
}) {
  const { t, language } = useTexts()
  const { data: first, error } = useLoad(loadFirst, `${division}/${indicator}/${total}`)
  const [more, setMore] = useState<{ of: FigureDetail; pages: FigureDetail[] }>()
  const [moreError, setMoreError] = useState<unknown>()
  const pages = first === undefined ? [] : [first, ...(more?.of === first ? more.pages : [])]
  const last = pages.at(-1)
  const all = pages.flatMap((page) => page.consultations)
  return (
    <section className="card" aria-label={t.drill}>
      <h2>
        {t.figureOf(place, indicators[indicator].label[language])}：{total}
      </h2>
      <ProblemBox error={error ?? moreError} />
      {last === undefined ? <Loading /> : all.length === 0 && <p className="quiet">{t.nothingCounted}</p>}
      {all.length > 0 && (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th>{t.title}</th>
                <th>{t.place}</th>
                <th>{t.next}</th>
                <th>{t.adds}</th>
              </tr>
            </thead>
            <tbody>
              {all.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link href={`/p/${tenantOf(one.division)}/${one.id}`}>{one.title}</Link>
                  </th>
                  <td>{one.divisionName}</td>
                  <td>
                    <span className="badge">{steps[one.step][language]}</span> {usualNextWords(one.step, t)}
                    <span className="quiet"> · {showDay(one.updatedAt, language)}</span>
                  </td>
                  <td>{one.adds}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {last?.cursor !== undefined && (
        <button
          type="button"
          onClick={() =>
            figureOf(division, indicator, last.cursor).then((page) => {
              if (first !== undefined) setMore({ of: first, pages: [...pages.slice(1), page] })
            }, setMoreError)
          }
        >
          {t.more}
        </button>
      )}
    </section>
  )
}
