import type { PlaceCode } from '@xieshang/kernel'
import { grades } from '@xieshang/rules/registers'
import { Link } from 'wouter'
import { Pages } from '../queries/pages.tsx'
import { reviewsQuery } from '../queries/registers.ts'
import { address } from '../shared/addresses.ts'
import { now } from '../shared/clock.ts'
import { localOf } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'
import { showHundredths } from './show.tsx'

/** F4: this year's results at a place and below it: of each village's year, and of each work or consultation. */
export function ReviewTable({ division }: { division: PlaceCode }) {
  const { t, language } = useTexts()
  const a = t.affairs
  const year = Number(localOf(now()).slice(0, 4))
  return (
    <Pages query={reviewsQuery(division, year)} quiet>
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
                        <Link href={address.entry({ division, kind: 'review', id: one.id })}>
                          {one.title[language]}
                        </Link>
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
