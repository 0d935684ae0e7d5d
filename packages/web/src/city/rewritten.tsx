import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { rewrittenQuery } from '../queries/city.ts'
import { address } from '../shared/addresses.ts'
import { showTime } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'

/** E4: consultations of which a county says something else than it did. Nothing is shown where there is none. */
export function Rewritten() {
  const { t, language } = useTexts()
  const { data } = useQuery(rewrittenQuery)
  if (data === undefined || data.rewritten.length === 0) return null
  return (
    <section className="card overdue">
      <h2>
        {t.chain.rewritten} <span className="badge overdue">{data.rewritten.length}</span>
      </h2>
      <p className="quiet">{t.chain.rewrittenWhy}</p>
      <ul>
        {data.rewritten.map((one) => (
          <li key={`${one.consultation} ${one.event} ${one.later}`}>
            <Link href={address.publicOne({ county: one.county, id: one.consultation })}>{one.title}</Link>{' '}
            <span className="quiet">
              {one.countyName} {one.divisionName} · {t.chain.rewrittenAt(one.event, showTime(one.at, language))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
