import { levelOf, tenantOf } from '@xieshang/kernel'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Me } from '../api/staff.ts'
import { type Consultation, staffOf } from '../api/staff.ts'
import { Choices } from '../shared/fields.tsx'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import { Frame } from './frame.tsx'
import { type TopicFields, TopicForm } from './topicForm.tsx'

const loadPlace = (division: string) => staffOf(tenantOf(division)).division(division)

/** The consultation that is taken up again, if one is (P11a). */
const loadFollowed = async (key: string): Promise<Consultation | null> => {
  const [county = '', id = ''] = key.split('/')
  return id === '' ? null : (await staffOf(county).one(id)).consultation
}

/** P11a: what is taken up again begins with the words it had. */
const againOf = ({ topic }: Consultation): TopicFields => ({
  title: topic.title,
  description: topic.description,
  matter: topic.matter,
  publicInterest: topic.publicInterest,
  proposers: [...topic.proposers],
})

/** P1, P9e, P11a: a new topic of a village, or of a township for several; perhaps one that takes up an earlier one. */
export function Propose({ me, county, division }: { me: Me; county: string; division: string }) {
  const { t } = useTexts()
  const [, go] = useLocation()
  const follows = new URLSearchParams(useSearch()).get('follows') ?? ''
  const place = useLoad(loadPlace, division)
  const followed = useLoad(loadFollowed, `${county}/${follows}`)
  const [villages, setVillages] = useState<string[]>()
  const several = levelOf(division) === 'township'
  const chosen = villages ?? [...(followed.data?.villages ?? [])]
  const ready = place.data !== undefined && followed.data !== undefined
  return (
    <Frame me={me}>
      <h1>{several ? t.proposeSeveral : t.propose}</h1>
      <p className="quiet">{place.data?.division.name}</p>
      <ProblemBox error={place.error ?? followed.error} />
      {!ready && place.error === undefined && followed.error === undefined && <Loading />}
      {followed.data !== undefined && followed.data !== null && (
        <p>
          {t.takesUp} {followed.data.topic.title}
        </p>
      )}
      {several && place.data !== undefined && (
        <section className="card">
          <Choices
            legend={t.whichVillages}
            chosen={chosen}
            onChange={setVillages}
            options={place.data.children.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <p role="status" className={chosen.length >= 2 ? 'good' : 'warning'}>
            {t.villagesChosen(chosen.length)}
          </p>
        </section>
      )}
      {ready && (
        <TopicForm
          label={t.submitTopic}
          village={division}
          {...(followed.data !== null && followed.data !== undefined && { first: againOf(followed.data) })}
          onSend={async (topic, key) => {
            const { consultation } = await staffOf(county).propose(
              {
                division,
                ...topic,
                ...(several && { villages: chosen }),
                ...(follows !== '' && { follows }),
              },
              key,
            )
            go(`/office/c/${consultation.id}`)
          }}
        />
      )}
    </Frame>
  )
}
