import { tenantOf } from '@xieshang/kernel'
import { type Entry, yuanOf } from '@xieshang/rules'
import {
  bookingsOf,
  grades,
  opinionsOf,
  paymentsOf,
  resultOfReview,
  reviewScheme,
  subsidyCategories,
} from '@xieshang/rules/registers'
import { Link } from 'wouter'
import type { EntryView } from '../api/affairs.ts'
import { address } from '../shared/addresses.ts'
import { now } from '../shared/clock.ts'
import { useTexts } from '../texts/language.ts'
import { showHundredths, showMoment } from './show.tsx'

/** The entry as the rules know it; who did what stands in the view without the number they sign in by. */
export const entryFrom = (view: EntryView): Entry => ({
  id: view.id,
  kind: view.kind,
  tenant: tenantOf(view.division),
  division: view.division,
  version: view.version,
  fields: view.fields,
  created: { at: view.created.at, by: { sub: '', ...view.created.by } },
  updatedAt: view.acts.at(-1)?.at ?? view.created.at,
  acts: view.acts.map(({ by, ...done }) => ({ ...done, by: { sub: '', ...by } })),
})

/** What all that was done on an entry comes to, for the kinds where it comes to something. */
export function Summary({ view }: { view: EntryView }) {
  const entry = entryFrom(view)
  switch (view.kind) {
    case 'talk':
      return <Opinions entry={entry} />
    case 'venue':
      return <Bookings entry={entry} />
    case 'subsidy':
      return <Payments entry={entry} />
    case 'review':
      return <Result entry={entry} />
    default:
      return null
  }
}

function Opinions({ entry }: { entry: Entry }) {
  const { t } = useTexts()
  const a = t.affairs
  return (
    <section>
      <h2>{a.opinions}</h2>
      <ol className="history">
        {opinionsOf(entry).map(({ number, from, text, answer, consultation }) => (
          <li key={number}>
            {from}：{text}{' '}
            <span className={`badge ${(answer ?? consultation) ? 'passed' : 'failed'}`}>
              {answer !== undefined ? a.answeredMark : consultation !== undefined ? a.topicMark : a.openMark}
            </span>
            {answer !== undefined && <p className="answer">{answer}</p>}
            {consultation !== undefined && (
              <Link href={address.consultation({ id: consultation })}>{t.consultations}</Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Bookings({ entry }: { entry: Entry }) {
  const { t, language } = useTexts()
  const a = t.affairs
  const at = now().toISOString()
  const bookings = bookingsOf(entry)
    .filter(({ until }) => until > at)
    .toSorted((x, y) => (x.from < y.from ? -1 : 1))
  return (
    <section>
      <h2>{a.bookings}</h2>
      {bookings.length === 0 && <p className="quiet">{a.noBookings}</p>}
      <ul className="names">
        {bookings.map(({ number, from, until, purpose }) => (
          <li key={number}>
            <strong>
              {a.number} {number}
            </strong>{' '}
            {showMoment(from, language)} — {showMoment(until, language)} {purpose}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Payments({ entry }: { entry: Entry }) {
  const { t, language } = useTexts()
  const a = t.affairs
  const payments = paymentsOf(entry)
  const paid = payments.reduce((sum, { amount }) => sum + amount, 0)
  const limit = Number(entry.fields.limit)
  return (
    <section>
      <h2>{a.payments}</h2>
      <p>
        {a.limit} <strong>{a.yuan(yuanOf(limit))}</strong> · {a.paid} <strong>{a.yuan(yuanOf(paid))}</strong> · {a.left}{' '}
        <strong>{a.yuan(yuanOf(limit - paid))}</strong>
      </p>
      <ul className="names">
        {payments.map(({ number, category, amount }) => (
          <li key={number}>
            {a.number} {number} · {subsidyCategories[category][language]} · {a.yuan(yuanOf(amount))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Result({ entry }: { entry: Entry }) {
  const { t, language } = useTexts()
  const result = resultOfReview(entry)
  if (result === undefined) return null
  const { weights } = reviewScheme
  return (
    <section>
      <h2>{t.affairs.result}</h2>
      <p className="big">{t.affairs.resultLine(showHundredths(result.hundredths), grades[result.grade][language])}</p>
      <p className="quiet">
        {t.affairs.resultBase(result.residents, weights.residents, result.thirdParty, weights.thirdParty)}
      </p>
    </section>
  )
}
