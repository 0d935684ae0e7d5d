import type { PlaceCode } from '@xieshang/kernel'
import { publishQuarterFields, type Quarter, quarterOf, quartersOf } from '@xieshang/rules'
import { useState } from 'react'
import { Link } from 'wouter'
import { affairsOf } from '../api/affairs.ts'
import { Form } from '../form/form.tsx'
import { address } from '../shared/addresses.ts'
import { now } from '../shared/clock.ts'
import { useTexts } from '../texts/language.ts'

/** The quarters that are over, the last one first, three years back. */
const finished = (): Quarter[] => {
  const current = quarterOf(now().toISOString())
  const year = Number(current.slice(0, 4))
  return [year - 2, year - 1, year]
    .flatMap((one) => quartersOf(one))
    .filter((quarter) => quarter < current)
    .toReversed()
}

/** G11: the county publishes a finished quarter's open data. */
export function PublishOpenData({ county }: { county: PlaceCode }) {
  const { t } = useTexts()
  const a = t.affairs
  const [fields] = useState(() => publishQuarterFields(finished()))
  const [done, setDone] = useState<string>()
  return (
    <section className="card">
      <h2>{a.openData}</h2>
      <p className="quiet">{a.publishHint}</p>
      <Form
        fields={fields}
        division={county}
        label={a.publishQuarter}
        where={{ api: county, place: county, about: 'settings', form: 'openData' }}
        onSend={async ({ quarter }, key) => {
          const open = await affairsOf(county).publishQuarter(String(quarter), key)
          setDone(open.quarter)
        }}
      />
      {done !== undefined && (
        <p className="good" role="status">
          {a.publishedQuarter(done)} <Link href={address.openData({ county })}>{t.publicPage}</Link>
        </p>
      )}
    </section>
  )
}
