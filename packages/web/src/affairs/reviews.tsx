import { tenantOf } from '@xieshang/kernel'
import { grades } from '@xieshang/rules'
import { Link } from 'wouter'
import { affairsOf } from '../api/affairs.ts'
import { now } from '../shared/clock.ts'
import { Pages, partsOf } from '../shared/pages.tsx'
import { localOf } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'
import { showHundredths } from './show.tsx'

const load = async (key: string) => {
  const { of, cursor } = partsOf(key)
  const [division = '', year = ''] = of.split('/')
  const { results, next } = await affairsOf(tenantOf(division)).reviews(division, Number(year), Number(cursor ?? 0))
  return { results, ...(next !== undefined && { cursor: String(next) }) }
}

/** F4: this year's results at a place and below it: of each village's year, and of each work or consultation. */
export function ReviewTable({ division }: { division: string }) {
  const { t, language } = useTexts()
  const a = t.affairs
  const year = Number(localOf(now()).slice(0, 4))
  return (
    <Pages load={load} of={`${division}/${year}`} quiet>
      {({ results }) =>
        results.length > 0 && (
          <section>
            <h2>{a.reviewsOf(year)}</h2>
            <div className="scroll">
              <table>
                <thead>
                  <tr>
                    <th>{a.place}</th>
                    <th>{a.reviewed}</th>
                    <th>{a.score}</th>
                    <th>{a.grade}</th>
                  </tr>
                </thead>
                <tbody>
                  {results.map((one) => (
                    <tr key={one.id}>
                      <th scope="row">{one.divisionName}</th>
                      <td>
                        <Link href={`/office/affairs/${division}/review/${one.id}`}>{one.title}</Link>
                      </td>
                      <td>{showHundredths(one.hundredths)}</td>
                      <td>{grades[one.grade][language]}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        )
      }
    </Pages>
  )
}
