import { quarterOf, quartersOf } from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { affairsOf } from '../api/affairs.ts'
import { address } from '../shared/addresses.ts'
import { now } from '../shared/clock.ts'
import { Select } from '../shared/fields.tsx'
import { ProblemBox } from '../shared/parts.tsx'
import { newKey } from '../shared/problem.ts'
import { useTexts } from '../texts/language.ts'

/** The quarters that are over, the last one first, three years back. */
const finished = (): string[] => {
  const current = quarterOf(now().toISOString())
  const year = Number(current.slice(0, 4))
  return [year - 2, year - 1, year]
    .flatMap((one) => quartersOf(one))
    .filter((quarter) => quarter < current)
    .toReversed()
}

/** G11: the county publishes a finished quarter's open data. */
export function PublishOpenData({ county }: { county: string }) {
  const { t } = useTexts()
  const a = t.affairs
  const [quarters] = useState(finished)
  const [quarter, setQuarter] = useState(quarters[0] ?? '')
  const [done, setDone] = useState<string>()
  const [error, setError] = useState<unknown>()
  const send = (event: FormEvent) => {
    event.preventDefault()
    setError(undefined)
    affairsOf(county)
      .publishQuarter(quarter, newKey())
      .then((open) => setDone(open.quarter), setError)
  }
  return (
    <section>
      <h2>{a.openData}</h2>
      <form className="card" onSubmit={send}>
        <p className="quiet">{a.publishHint}</p>
        <Select
          label={a.quarterToPublish}
          value={quarter}
          options={quarters.map((value) => ({ value, label: value }))}
          onChange={setQuarter}
        />
        <ProblemBox error={error} />
        {done !== undefined && (
          <p className="good" role="status">
            {a.publishedQuarter(done)} <Link href={address.openData({ county })}>{t.publicPage}</Link>
          </p>
        )}
        <button type="submit" className="primary">
          {a.publishQuarter}
        </button>
      </form>
    </section>
  )
}
