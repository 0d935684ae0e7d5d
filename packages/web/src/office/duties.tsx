import { useInfiniteQuery } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import type { DutyKind, EntryKind } from '@xieshang/rules'
import { Link } from 'wouter'
import type { ListedDuty, Me } from '../api/staff.ts'
import { More } from '../queries/pages.tsx'
import { dutiesQuery } from '../queries/place.ts'
import { address } from '../shared/addresses.ts'
import { dutyWords } from '../shared/dutyWords.ts'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { useTexts } from '../texts/language.ts'

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
  if (register !== undefined) return address.entries({ division, kind: register })
  return consultation === undefined
    ? address.office({ division })
    : address.consultation({ id: consultation }, { part: section })
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
export function DutyList({ me, division }: { me: Me; division: PlaceCode }) {
  const { t } = useTexts()
  const list = useInfiniteQuery(dutiesQuery(division))
  const { data, error, refetch } = list
  const duties = data?.pages.flatMap((page) => page.duties) ?? []
  const overdue = duties.filter(({ state }) => state === 'overdue').length
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">
        {t.myDuties} {overdue > 0 && <span className="badge overdue">{t.overdueCount(overdue)}</span>}
      </h2>
      <ProblemBox error={error} retry={refetch} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && duties.length === 0 && <p className="quiet">{t.noDuties}</p>}
      <ul className="cards">
        {duties.map((duty) => (
          <DutyLine key={`${duty.consultation ?? duty.division}/${duty.id}`} duty={duty} me={me} />
        ))}
      </ul>
      <More list={list} />
    </section>
  )
}
