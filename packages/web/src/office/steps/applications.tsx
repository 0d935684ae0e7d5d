import { useState } from 'react'
import { type Applications, staffOf } from '../../api/staff.ts'
import { ProblemBox, TextField } from '../../shared/parts.tsx'
import { newKey } from '../../shared/problem.ts'
import { showTime } from '../../shared/time.ts'
import { useLoad } from '../../shared/useLoad.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'

type Application = Applications['applications'][number]

const load = (key: string) => {
  const [county = '', id = ''] = key.split('/')
  return staffOf(county).applications(id)
}

/** S4: who applied to take part, and what the committee says to each. */
export function ApplicationsList({ acting, onAdmitted }: { acting: Acting; onAdmitted: () => void }) {
  const { t } = useTexts()
  const { county, consultation } = acting
  const { data, error, reload, set } = useLoad(load, `${county}/${consultation.id}`, 15_000)
  return (
    <>
      <h3>{t.applications}</h3>
      <ProblemBox error={error} retry={reload} />
      {data?.applications.length === 0 && <p className="quiet">{t.noApplications}</p>}
      <ul className="cards">
        {data?.applications.map((one) => (
          <li key={one.id} className="card">
            <ApplicationCard
              acting={acting}
              application={one}
              onDecided={(all) => {
                set(all)
                onAdmitted()
              }}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

function ApplicationCard({
  acting,
  application,
  onDecided,
}: {
  acting: Acting
  application: Application
  onDecided: (all: Applications) => void
}) {
  const { t, language } = useTexts()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const { id, name, why, phone, villageName, samePhone, at, state, decision } = application
  const decide = async (admit: boolean) => {
    setBusy(true)
    setError(undefined)
    try {
      const body = { application: id, admit, reason }
      onDecided(await staffOf(acting.county).decideApplication(acting.consultation.id, body, newKey()))
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
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
      {state === 'waiting' && may(acting, 'fixParticipants') && (
        <>
          <TextField label={t.decisionReason} value={reason} max={300} required={false} onChange={setReason} />
          <ProblemBox error={error} />
          <div className="row">
            <button type="button" className="primary" disabled={busy} onClick={() => void decide(true)}>
              {t.admit}
            </button>
            <button type="button" disabled={busy} onClick={() => void decide(false)}>
              {t.decline}
            </button>
          </div>
        </>
      )}
    </>
  )
}
