import { useQuery, useQueryClient } from '@tanstack/react-query'
import { decideApplicationFields } from '@xieshang/rules'
import { useState } from 'react'
import type { Applications } from '../../api/staff.ts'
import { formOf } from '../../form/draft/formOf.ts'
import { useDraft } from '../../form/draft/useDraft.ts'
import { listOf } from '../../form/values.ts'
import { applicationsQuery, type Decided, readAnew } from '../../queries/consultation.ts'
import { now } from '../../shared/clock.ts'
import { ProblemBox } from '../../shared/parts.tsx'
import { showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'
import { DecideApplications } from './decideApplications.tsx'

type Application = Applications['applications'][number]
type Pages = { readonly acting: Acting; readonly which: Decided; readonly onDecided: () => void }

/** S4: who applied to take part, and what the committee says to each, or to many at once. */
export function ApplicationsList({ acting, onAdmitted }: { acting: Acting; onAdmitted: () => void }) {
  const { t } = useTexts()
  const queryClient = useQueryClient()
  const pages = {
    acting,
    onDecided: () => {
      // Each decision moves applications from one list to the other.
      void readAnew(queryClient, { county: acting.county, id: acting.consultation.id })
      onAdmitted()
    },
  }
  return (
    <>
      <h3>{t.applications}</h3>
      <Page {...pages} which="waiting" />
      <details>
        <summary>{t.decidedApplications}</summary>
        <Page {...pages} which="decided" />
      </details>
    </>
  )
}

/** One page, and behind it the next once it is asked for: each begins where the one before ends now. */
function Page({ cursor, page = 1, ...pages }: Pages & { cursor?: string; page?: number }) {
  const { acting, which, onDecided } = pages
  const { me, county, consultation } = acting
  const { t, language } = useTexts()
  const { data, error, refetch } = useQuery({
    ...applicationsQuery({ county, id: consultation.id }, which, cursor),
    refetchInterval: 15_000,
  })
  const [further, setFurther] = useState(false)
  const where = {
    api: county,
    place: consultation.division,
    about: consultation.id,
    form: formOf('decideApplications', page),
  }
  const ground = { now: now().toISOString(), name: me.name, language, known: {} }
  const { typed, change } = useDraft(where, decideApplicationFields, ground)
  const ticked = listOf(typed.applications)
  const setTicked = (next: readonly string[]) =>
    change(({ applications: _before, ...others }) => (next.length === 0 ? others : { ...others, applications: next }))
  const decides = which === 'waiting' && may(acting, 'fixParticipants')
  const there = data?.applications.filter(({ id }) => ticked.includes(id)).map(({ id }) => id) ?? []
  const all = data?.applications ?? []
  return (
    <>
      <ProblemBox error={error} retry={refetch} />
      {cursor === undefined && data?.applications.length === 0 && (
        <p className="quiet">{which === 'waiting' ? t.noApplications : t.noneDecided}</p>
      )}
      {decides && all.length > 1 && (
        <label className="tick">
          <input
            type="checkbox"
            checked={there.length === all.length}
            onChange={({ target }) => setTicked(target.checked ? all.map(({ id }) => id) : [])}
          />
          {t.tickAll}
        </label>
      )}
      <ul className="cards">
        {all.map((one) => (
          <li key={one.id} className="card">
            {decides && all.length > 1 && (
              <label className="tick">
                <input
                  type="checkbox"
                  checked={there.includes(one.id)}
                  onChange={({ target }) =>
                    setTicked(target.checked ? [...ticked, one.id] : ticked.filter((id) => id !== one.id))
                  }
                />
                {t.tick(one.name)}
              </label>
            )}
            <ApplicationCard application={one} />
            {decides && there.length === 0 && (
              <DecideApplications
                acting={acting}
                applications={[one.id]}
                where={{ ...where, form: formOf('decideApplication', one.id) }}
                onDecided={onDecided}
              />
            )}
          </li>
        ))}
      </ul>
      {decides && there.length > 0 && (
        <section className="inner">
          <p>{t.tickedApplications(there.length)}</p>
          <DecideApplications acting={acting} applications={there} where={where} onDecided={onDecided} />
        </section>
      )}
      {data?.cursor !== undefined &&
        (further ? (
          <Page {...pages} cursor={data.cursor} page={page + 1} />
        ) : (
          <button type="button" onClick={() => setFurther(true)}>
            {t.more}
          </button>
        ))}
    </>
  )
}

function ApplicationCard({ application }: { application: Application }) {
  const { t, language } = useTexts()
  const { name, why, phone, villageName, samePhone, at, state, decision } = application
  const said = { waiting: t.waitingState, admitted: t.admitted, declined: t.declined }
  return (
    <>
      <strong>{name}</strong>
      <span className="quiet">
        {phone} · {villageName} · {showTime(at, language)}
      </span>
      <p className="text">{why}</p>
      {samePhone && <p className="warning">{t.samePhone}</p>}
      <p>
        <span className="badge">{said[state]}</span>
        {decision !== undefined && (
          <span className="quiet">
            {' '}
            {decision.by} {decision.reason}
          </span>
        )}
      </p>
    </>
  )
}
