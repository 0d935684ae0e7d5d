import { levelOf, type PlaceCode, tenantOf } from '@xieshang/kernel'
import type { EntryKind } from '@xieshang/rules'
import { entryKinds } from '@xieshang/rules/registers'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { affairsOf } from '../api/affairs.ts'
import type { Me } from '../api/staff.ts'
import { formOf } from '../form/draft/formOf.ts'
import { Form } from '../form/form.tsx'
import { Frame } from '../office/frame.tsx'
import { address } from '../shared/addresses.ts'
import { allowedTo } from '../shared/allowedTo.ts'
import { useTexts } from '../texts/language.ts'
import { Adoptable } from './adoptable.tsx'
import { Councils } from './councils.tsx'
import { foresee } from './foresee.ts'
import { LedgerTable } from './ledger.tsx'
import { EntryList } from './list.tsx'
import { ReviewTable } from './reviews.tsx'

type Values = Readonly<Record<string, unknown>>

/** Whether an officer may make an entry of this kind at this place. */
function mayCreate(kind: EntryKind, me: Me, division: PlaceCode): boolean {
  const { create, levels } = entryKinds[kind]
  return levels.some((level) => level === levelOf(division)) && allowedTo(me, create.verb, division, create.standing)
}

/** One register at a place: what it is for, a form to enter something, and everything entered so far. */
export function KindPage({ me, division, kind }: { me: Me; division: PlaceCode; kind: EntryKind }) {
  const { t, language } = useTexts()
  const [, go] = useLocation()
  const [first, setFirst] = useState<{ values: Values; number: number }>({ values: {}, number: 0 })
  const { label, hint, create, fields } = entryKinds[kind]
  const creates = mayCreate(kind, me, division)
  return (
    <Frame me={me}>
      <Link href={address.affairs({ division })}>{t.back}</Link>
      <h1>{label[language]}</h1>
      <p className="quiet">{hint[language]}</p>
      {creates && (
        <details className="step" open={first.number > 0} key={first.number}>
          <summary>{create.label[language]}</summary>
          <Form
            fields={fields}
            division={division}
            label={create.label[language]}
            first={first.values}
            name={me.name}
            // What is adopted is a draft of its own for each thing that it begins with.
            where={{
              api: tenantOf(division),
              place: division,
              about: 'new',
              form: formOf(kind, 'create', first.values.rule),
            }}
            refuses={(body) => foresee(me, undefined, { act: 'create', kind, division, body }, fields)}
            onSend={async (body, key) => {
              const { id } = await affairsOf(tenantOf(division)).create(kind, division, body, key)
              go(address.entry({ division, kind, id }))
            }}
          />
        </details>
      )}
      {kind === 'adoption' && creates && (
        <Adoptable own={division} onAdopt={(values) => setFirst({ values, number: first.number + 1 })} />
      )}
      {kind === 'council' && <Councils division={division} />}
      {kind === 'review' && <ReviewTable division={division} />}
      {kind === 'subsidy' && <LedgerTable division={division} />}
      <EntryList division={division} kind={kind} />
    </Frame>
  )
}
