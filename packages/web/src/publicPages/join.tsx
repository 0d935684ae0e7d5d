import { type FormEvent, useState } from 'react'
import { type Apply, openCounty, type PublicConsultation } from '../api/open.ts'
import { ProblemBox, Select, TextArea, TextField } from '../shared/parts.tsx'
import { newKey } from '../shared/problem.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'

const keptAt = (county: string, id: string) => `applied/${county}/${id}`

const load = (key: string) => {
  const [county = '', id = '', token = ''] = key.split('/')
  return openCounty(county).applied(id, token)
}

/** S4: a resident applies to take part, and later sees what became of it, by the link or on the same phone. */
export function Join({ county, consultation }: { county: string; consultation: PublicConsultation }) {
  const { id } = consultation
  const given = new URLSearchParams(location.search).get('application')
  const [token, setToken] = useState(given ?? localStorage.getItem(keptAt(county, id)))
  if (token !== null) return <Applied county={county} id={id} token={token} />
  if (!consultation.takesApplications) return null
  return (
    <JoinForm
      county={county}
      consultation={consultation}
      onApplied={(fresh) => {
        localStorage.setItem(keptAt(county, id), fresh)
        setToken(fresh)
      }}
    />
  )
}

function Applied({ county, id, token }: { county: string; id: string; token: string }) {
  const { t } = useTexts()
  const { data, error, reload } = useLoad(load, `${county}/${id}/${token}`, 30_000)
  const link = `${location.origin}/p/${county}/${id}?application=${token}`
  const said = { waiting: t.joinWaiting, admitted: t.joinAdmitted, declined: t.joinDeclined }
  return (
    <section className="card">
      <h2>{t.joinTitle}</h2>
      <ProblemBox error={error} retry={reload} />
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
  county: string
  consultation: PublicConsultation
  onApplied: (token: string) => void
}) {
  const { t } = useTexts()
  const { villages } = consultation
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [why, setWhy] = useState('')
  const [village, setVillage] = useState(villages[0]?.code ?? '')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [key] = useState(newKey)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    const body: Apply = { name, phone, why, ...(villages.length > 1 && { village }) }
    try {
      const { token } = await openCounty(county).apply(consultation.id, body, key)
      onApplied(token)
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
        <button type="submit" className="primary" disabled={busy}>
          {busy ? t.waiting : t.joinSend}
        </button>
      </form>
    </section>
  )
}
