import { useInfiniteQuery } from '@tanstack/react-query'
import { type PlaceCode, tenantOf } from '@xieshang/kernel'
import { type IndicatorId, indicators, steps } from '@xieshang/rules'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { figureQuery } from '../queries/city.ts'
import { More } from '../queries/pages.tsx'
import { address } from '../shared/addresses.ts'
import { usualNextWords } from '../shared/nextWords.ts'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { showDay } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'

/** The consultations a figure is made of. Read again whenever the figure itself changes. */
export function FigureList({
  division,
  indicator,
  total,
  place,
}: {
  division: PlaceCode
  indicator: IndicatorId
  total: number
  place: string
}) {
  const { t, language } = useTexts()
  const list = useInfiniteQuery(figureQuery(division, indicator))
  const { data, error, refetch } = list
  const read = useRef(total)
  useEffect(() => {
    if (read.current !== total) void refetch()
    read.current = total
  }, [refetch, total])
  const all = data?.pages.flatMap((page) => page.consultations) ?? []
  return (
    <section className="card" aria-label={t.drill}>
      <h2>
        {t.figureOf(place, indicators[indicator].label[language])}：{total}
      </h2>
      <ProblemBox error={error} />
      {data === undefined ? <Loading /> : all.length === 0 && <p className="quiet">{t.nothingCounted}</p>}
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
                    <Link href={address.publicOne({ county: tenantOf(one.division), id: one.id })}>{one.title}</Link>
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
      <More list={list} />
    </section>
  )
}
