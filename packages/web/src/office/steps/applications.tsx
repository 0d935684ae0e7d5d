import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Applications, staffOf } from '../../api/staff.ts'
import { applicationsQuery, type Decided, readAnew } from '../../queries/consultation.ts'
import { TextField } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { newKey } from '../../shared/problem.ts'
import { showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'

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
function Page({ cursor, ...pages }: Pages & { cursor?: string }) {
  const { acting, which, onDecided } = pages
  const { t } = useTexts()
  const { data, error, refetch } = useQuery({
    ...applicationsQuery({ county: acting.county, id: acting.consultation.id }, which, cursor),
    refetchInterval: 15_000,
  })
  const [further, setFurther] = useState(false)
  const [ticked, setTicked] = useState<readonly string[]>([])
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
            {decides && there.length === 0 && <Decide acting={acting} applications={[one.id]} onDecided={onDecided} />}
          </li>
        ))}
      </ul>
      {decides && there.length > 0 && (
        <section className="inner">
          <p>{t.tickedApplications(there.length)}</p>
          <Decide acting={acting} applications={there} onDecided={onDecided} />
        </section>
      )}
      {data?.cursor !== undefined &&
        (further ? (
          <Page {...pages} cursor={data.cursor} />
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

/** One reason and two buttons, for one application or for all that are ticked. */
function Decide({
  acting,
  applications,
  onDecided,
}: {
  acting: Acting
  applications: string[]
  onDecided: () => void
}) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const decide = async (admit: boolean) => {
    setBusy(true)
    setError(undefined)
    try {
      const body = { applications, admit, reason }
      await staffOf(acting.county).decideApplications(acting.consultation.id, body, newKey())
      onDecided()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void decide(true)
  }
  return (
    <form onSubmit={submit}>
      <TextField label={t.decisionReason} value={reason} max={300} required={false} onChange={setReason} />
      <ProblemBox error={error} />
      <div className="row">
        <button type="submit" className="primary" disabled={busy}>
          {t.admit}
        </button>
        <button type="button" disabled={busy} onClick={() => void decide(false)}>
          {t.decline}
        </button>
      </div>
    </form>
  )
}
