import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import { officialAccountFields } from '@xieshang/rules'
import { useState } from 'react'
import { type AccountBody, type Me, staffOf } from '../../api/staff.ts'
import { Form } from '../../form/form.tsx'
import { Awaited } from '../../queries/awaited.tsx'
import { officialAccountQuery } from '../../queries/settings.ts'
import { allowedTo } from '../../shared/allowedTo.ts'
import { ProblemBox } from '../../shared/parts.tsx'
import { showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'

/** P3a: the county's WeChat account; until one is connected, articles are put up by hand. */
export function OfficialAccountSection({ me, county }: { me: Me; county: PlaceCode }) {
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
          <p className="hint">{t.postings.connectHint}</p>
          <Form
            fields={officialAccountFields}
            division={county}
            label={t.postings.connect}
            where={{ api: county, place: county, about: 'settings', form: 'officialAccount' }}
            onSend={async (body) => {
              set(await staffOf(county).connectOfficialAccount(body as AccountBody))
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
