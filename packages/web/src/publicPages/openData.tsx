import type { PlaceCode } from '@xieshang/kernel'
import { type Language, openDataDimensions, openDataMeasures } from '@xieshang/rules'
import { Link } from 'wouter'
import { type OpenQuarter, openCounty } from '../api/open.ts'
import { address, apiAddress } from '../shared/addresses.ts'
import { LanguageSwitch, Loading, ProblemBox } from '../shared/parts.tsx'
import { useCountyName } from '../shared/useConfig.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'

const load = (county: PlaceCode) => openCounty(county).openData()

const number = (value: number | null | undefined, language: Language) =>
  value === null || value === undefined ? '—' : value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')

/** G11: the open data of a county, quarter by quarter, with its downloads. */
export default function OpenData({ county }: { county: PlaceCode }) {
  const { t } = useTexts()
  const a = t.affairs
  const { data, error, reload } = useLoad(load, [county])
  const name = useCountyName(county)
  const least = data?.quarters[0]?.leastGroup
  return (
    <main className="page">
      <div className="row">
        <Link href={address.publicList({ county })}>{t.back}</Link>
        <LanguageSwitch />
      </div>
      <h1>{a.openDataTitle(name)}</h1>
      <p>{a.openDataIntro}</p>
      {least !== undefined && <p className="quiet">{a.threshold(least)}</p>}
      <div className="row actions">
        <a className="button" href={apiAddress.openDataTable({ county })} download>
          {a.download}
        </a>
        <a className="button" href={apiAddress.openData({ county })} download={`open-data-${county}.json`}>
          {a.downloadJson}
        </a>
      </div>
      <ProblemBox error={error} retry={reload} />
      {data === undefined && error === undefined && <Loading />}
      {data?.quarters.length === 0 && <p className="quiet">{a.noQuarters}</p>}
      {data?.quarters.map((quarter, index) => (
        <details className="step" key={quarter.quarter} open={index === 0}>
          <summary>{quarter.quarter}</summary>
          <Quarter quarter={quarter} names={data.names} />
        </details>
      ))}
    </main>
  )
}

function Quarter({ quarter, names }: { quarter: OpenQuarter; names: Readonly<Record<string, string>> }) {
  const { t, language } = useTexts()
  const measures = Object.keys(openDataMeasures) as (keyof typeof openDataMeasures)[]
  const dimensions = Object.keys(openDataDimensions) as (keyof typeof openDataDimensions)[]
  return (
    <>
      {dimensions.map((by) => {
        const tables = measures.flatMap((measure) => {
          const table = quarter.tables.find((one) => one.by === by && one.measure === measure)
          return table === undefined ? [] : [table]
        })
        const codes = [...new Set(tables.flatMap(({ cells }) => cells.map(({ code }) => code)))]
        return (
          <div className="scroll" key={by}>
            <table className="open-data">
              <thead>
                <tr>
                  <th>{openDataDimensions[by][language]}</th>
                  {tables.map(({ measure }) => (
                    <th key={measure}>{openDataMeasures[measure][language]}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {codes.map((code) => (
                  <tr key={code}>
                    <th scope="row">{names[code] ?? code}</th>
                    {tables.map(({ measure, cells }) => (
                      <td key={measure}>{number(cells.find((cell) => cell.code === code)?.value, language)}</td>
                    ))}
                  </tr>
                ))}
                <tr>
                  <th scope="row">{t.affairs.totals}</th>
                  {tables.map(({ measure }) => (
                    <td key={measure}>{number(quarter.totals[measure], language)}</td>
                  ))}
                </tr>
              </tbody>
            </table>
          </div>
        )
      })}
    </>
  )
}
