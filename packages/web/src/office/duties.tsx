import { tenantOf } from '@xieshang/kernel'
import type { DutyKind, EntryKind } from '@xieshang/rules'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Me } from '../api/staff.ts'
import { type ListedDuty, staffOf } from '../api/staff.ts'
import { dutyWords } from '../shared/dutyWords.ts'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'

const load = (division: string) => staffOf(tenantOf(division)).duties(division)

/** Registers on which a duty is done, where it is not done on the page of a consultation. */
const registers: { readonly [kind in DutyKind]?: EntryKind } = {
  council: 'council',
  yearReview: 'review',
  review: 'review',
  note: 'supervisionNote',
}

/** Where a duty is done: the register of its place, or the step of its consultation. */
function hrefOf({ consultation, section, division, kind }: ListedDuty): string {
  const register = registers[kind]
  if (register !== undefined) return `/office/affairs/${division}/${register}`
  return consultation === undefined
    ? `/office/${division}`
    : `/office/c/${consultation}${section === undefined ? '' : `#${section}`}`
}

function DutyLine({ duty, me }: { duty: ListedDuty; me: Me }) {
  const { t, language } = useTexts()
  const { label, count, title, state, due, divisionName, who } = duty
  return (
    <li>
      <Link className={`card duty ${state}`} href={hrefOf(duty)}>
        <span className="row">
          <strong>
            {label[language]}
            {dutyWords(duty, t, language)}
            {count !== undefined && t.dutyCount(count)}
          </strong>
          <span className={`badge ${state}`}>{t.dutyStates[state]}</span>
        </span>
        {title !== undefined && <span className="block">{title}</span>}
        <span className="quiet">
          {t.dutyDueOn(due)} · {me.division.code === duty.division ? t.clause(duty.clause) : divisionName}
          {who.role !== me.role && ` · ${t.dutyBy(who.role)}`}
        </span>
      </Link>
    </li>
  )
}

/** G3: what must be done next at a place and below it, the overdue first, each with the way to the very step. */
export function DutyList({ me, division }: { me: Me; division: string }) {
  const { t } = useTexts()
  const first = useLoad(load, division, 10_000)
  const [more, setMore] = useState<{ duties: readonly ListedDuty[]; cursor?: string | undefined }>()
  const [error, setError] = useState<unknown>()
  const duties = [...(first.data?.duties ?? []), ...(more?.duties ?? [])]
  const cursor = more === undefined ? first.data?.cursor : more.cursor
  const overdue = duties.filter(({ state }) => state === 'overdue').length
  const goOn = () => {
    staffOf(tenantOf(division))
      .duties(division, cursor)
      .then((page) => setMore({ duties: [...(more?.duties ?? []), ...page.duties], cursor: page.cursor }), setError)
  }
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">
        {t.myDuties} {overdue > 0 && <span className="badge overdue">{t.overdueCount(overdue)}</span>}
      </h2>
      <ProblemBox error={first.error ?? error} retry={first.reload} />
      {first.data === undefined && first.error === undefined && <Loading />}
      {first.data !== undefined && duties.length === 0 && <p className="quiet">{t.noDuties}</p>}
      <ul className="cards">
        {duties.map((duty) => (
          <DutyLine key={`${duty.consultation ?? duty.division}/${duty.id}`} duty={duty} me={me} />
        ))}
      </ul>
      {cursor !== undefined && (
        <button type="button" onClick={goOn}>
          {t.more}
        </button>
      )}
    </section>
  )
}
