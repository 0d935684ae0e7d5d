import { grades } from '@xieshang/rules'
import { Link } from 'wouter'
import { affairsOf } from '../api/affairs.ts'
import { ProblemBox } from '../shared/parts.tsx'
import { localOf } from '../shared/time.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import { showHundredths } from './show.tsx'

const load = (key: string) => {
  const [division = '', year = ''] = key.split('/')
  return affairsOf(division.slice(0, 6)).reviews(division, Number(year))
}

/** F4: this year's results at a place and below it: of each village's year, and of each work or consultation. */
export function ReviewTable({ division }: { division: string }) {
  const { t, language } = useTexts()
  const a = t.affairs
  const year = Number(localOf(new Date()).slice(0, 4))
  const { data, error, reload } = useLoad(load, `${division}/${year}`)
  if (data?.results.length === 0) return null
  return (
    <section>
      <h2>{a.reviewsOf(year)}</h2>
      <ProblemBox error={error} retry={reload} />
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
            {data?.results.map((one) => (
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
