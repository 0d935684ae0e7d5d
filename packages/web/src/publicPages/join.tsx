import type { PlaceCode } from '@xieshang/kernel'
import { type FormEvent, useState } from 'react'
import { type Apply, openCounty, type PublicConsultation } from '../api/open.ts'
import { address } from '../shared/addresses.ts'
import { Select, TextArea, TextField } from '../shared/fields.tsx'
import { ProblemBox } from '../shared/parts.tsx'
import { isAnswered } from '../shared/problem.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import { createOnce } from './once.ts'

const keptAt = (county: PlaceCode, id: string) => `applied/${county}/${id}`

const load = (county: PlaceCode, id: string, token: string) => openCounty(county).applied(id, token)

/** S4: a resident applies to take part, and later sees what became of it, by the link or on the same phone. */
export function Join({ county, consultation }: { county: PlaceCode; consultation: PublicConsultation }) {
  const { id } = consultation
  const given = new URLSearchParams(location.search).get('application')
  const [token, setToken] = useState(given ?? localStorage.getItem(keptAt(county, id)))
  const [earlier, setEarlier] = useState<Apply>()
  if (token !== null)
    return <Applied county={county} id={id} token={token} {...(earlier !== undefined && { earlier })} />
  if (!consultation.takesApplications) return null
  return (
    <JoinForm
      county={county}
      consultation={consultation}
      onApplied={(fresh, instead) => {
        setEarlier(instead)
        localStorage.setItem(keptAt(county, id), fresh)
        setToken(fresh)
      }}
    />
  )
}

/** @param earlier what was sent before and stands, where it was changed afterwards */
function Applied({ county, id, token, earlier }: { county: PlaceCode; id: string; token: string; earlier?: Apply }) {
  const { t } = useTexts()
  const { data, error, reload } = useLoad(load, [county, id, token], 30_000)
  const link = `${location.origin}${address.publicOne({ county, id }, { query: { application: token } })}`
  const said = { waiting: t.joinWaiting, admitted: t.joinAdmitted, declined: t.joinDeclined }
  return (
    <section className="card">
      <h2>{t.joinTitle}</h2>
      <ProblemBox error={error} retry={reload} />
      {earlier !== undefined && (
        <p className="warning" role="status">
          {t.joinEarlier(earlier.name, earlier.phone.slice(-2))}
        </p>
      )}
      {data !== undefined && (
        <>
          <p role="status" className={data.state === 'declined' ? 'warning' : 'good'}>
            {said[data.state]}
          </p>
          {data.reason !== undefined && (
            <p>
              {t.reason}：{data.reason}
            </p>
          )}
          <p className="quiet">
            {t.joinKeep} <a href={link}>{link}</a>
          </p>
        </>
      )}
    </section>
  )
}

function JoinForm({
  county,
  consultation,
  onApplied,
}: {
  county: PlaceCode
  consultation: PublicConsultation
  onApplied: (token: string, earlier: Apply | undefined) => void
}) {
  const { t } = useTexts()
  const { villages } = consultation
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [why, setWhy] = useState('')
  const [village, setVillage] = useState<PlaceCode | ''>(villages[0]?.code ?? '')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [send] = useState(() =>
    createOnce((body: Apply, key: string) => openCounty(county).apply(consultation.id, body, key)),
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    const body: Apply = { name, phone, why, ...(villages.length > 1 && village !== '' && { village }) }
    try {
      const { answer, content } = await send(body)
      onApplied(answer.token, content === body ? undefined : content)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="card">
      <h2>{t.joinTitle}</h2>
      <p className="quiet">{t.joinHint}</p>
      <form onSubmit={(event) => void submit(event)}>
        <TextField label={t.joinName} value={name} max={40} onChange={setName} />
        <TextField label={t.phone} value={phone} max={20} onChange={setPhone} />
        {villages.length > 1 && (
          <Select
            label={t.joinVillage}
            value={village}
            onChange={setVillage}
            options={villages.map(({ code, name: label }) => ({ value: code, label }))}
          />
        )}
        <TextArea label={t.joinWhy} value={why} max={300} onChange={setWhy} />
        <ProblemBox error={error} />
        {error !== undefined && !isAnswered(error) && <p className="hint">{t.sendUnanswered}</p>}
        <button type="submit" className="primary" disabled={busy}>
          {busy ? t.waiting : t.joinSend}
        </button>
      </form>
    </section>
  )
}
