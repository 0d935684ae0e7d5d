import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type AccountBody, type Me, staffOf } from '../../api/staff.ts'
import { Awaited } from '../../queries/awaited.tsx'
import { officialAccountQuery } from '../../queries/settings.ts'
import { allowedTo } from '../../shared/allowedTo.ts'
import { Field, TextField } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'

/** P3a: the county's WeChat account; until one is connected, articles are put up by hand. */
export function OfficialAccountSection({ me, county }: { me: Me; county: string }) {
  const { t, language } = useTexts()
  const queryClient = useQueryClient()
  const query = useQuery(officialAccountQuery(county))
  const [failure, setFailure] = useState<unknown>()
  if (query.data === undefined) return <Awaited query={query} />
  const { account } = query.data
  const set = (settings: typeof query.data) => queryClient.setQueryData(officialAccountQuery(county).queryKey, settings)
  const mayChange = allowedTo(me, 'administer')
  return (
    <section className="card" aria-labelledby="wechat">
      <h2 id="wechat">{t.postings.wechat}</h2>
      {account === undefined ? (
        <p className="quiet">{t.postings.notConnected}</p>
      ) : (
        <p>
          <strong>{account.name}</strong> <span className="badge passed">{t.postings.connected}</span>{' '}
          <span className="quiet">
            {account.appId} · {t.setBy(account.by.name, showTime(account.at, language))}
          </span>
        </p>
      )}
      {mayChange && (
        <details>
          <summary>{account === undefined ? t.postings.connect : t.postings.change}</summary>
          <Form
            onSend={async (body) => {
              set(await staffOf(county).connectOfficialAccount(body))
            }}
          />
        </details>
      )}
      {mayChange && account !== undefined && (
        <button type="button" onClick={() => staffOf(county).disconnectOfficialAccount().then(set, setFailure)}>
          {t.postings.disconnect}
        </button>
      )}
      <ProblemBox error={failure} />
    </section>
  )
}

function Form({ onSend }: { onSend: (body: AccountBody) => Promise<void> }) {
  const { t } = useTexts()
  const [body, setBody] = useState<AccountBody>({ name: '', appId: '', secret: '', cover: '' })
  const [error, setError] = useState<unknown>()
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        setError(undefined)
        onSend(body).catch(setError)
      }}
    >
      <p className="hint">{t.postings.connectHint}</p>
      <TextField
        label={t.postings.account}
        value={body.name}
        max={40}
        onChange={(name) => setBody({ ...body, name })}
      />
      <TextField label="AppID" value={body.appId} max={32} onChange={(appId) => setBody({ ...body, appId })} />
      <Field label="AppSecret">
        {(id) => (
          <input
            id={id}
            type="password"
            autoComplete="off"
            required
            maxLength={64}
            value={body.secret}
            onChange={({ target }) => setBody({ ...body, secret: target.value })}
          />
        )}
      </Field>
      <TextField
        label={t.postings.cover}
        value={body.cover}
        max={200}
        onChange={(cover) => setBody({ ...body, cover })}
      />
      <ProblemBox error={error} />
      <button type="submit" className="primary">
        {t.postings.connect}
      </button>
    </form>
  )
}
