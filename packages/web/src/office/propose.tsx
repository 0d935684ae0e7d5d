import { useQuery } from '@tanstack/react-query'
import { levelOf, type PlaceCode } from '@xieshang/kernel'
import { proposeTopicFields } from '@xieshang/rules/deciding'
import { useLocation, useSearch } from 'wouter'
import { type Me, staffOf } from '../api/staff.ts'
import { formOf } from '../form/draft/formOf.ts'
import { Form } from '../form/form.tsx'
import { consultationQuery } from '../queries/consultation.ts'
import { placeQuery } from '../queries/place.ts'
import { address } from '../shared/addresses.ts'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { useTexts } from '../texts/language.ts'
import { Frame } from './frame.tsx'

/** P1, P9e, P11a: a new topic of a village, or of a township for several; perhaps one that takes up an earlier one. */
export function Propose({ me, county, division }: { me: Me; county: PlaceCode; division: PlaceCode }) {
  const { t } = useTexts()
  const [, go] = useLocation()
  const follows = new URLSearchParams(useSearch()).get('follows') ?? ''
  const place = useQuery(placeQuery(division))
  /** The consultation that is taken up again, if one is (P11a). */
  const earlier = useQuery({ ...consultationQuery({ county, id: follows }), enabled: follows !== '' })
  const followed = earlier.data?.consultation
  const ready = follows === '' || followed !== undefined
  return (
    <Frame me={me}>
      <h1>{levelOf(division) === 'township' ? t.proposeSeveral : t.propose}</h1>
      <p className="quiet">{place.data?.division.name}</p>
      <ProblemBox error={place.error ?? earlier.error} />
      {!ready && earlier.error === null && <Loading />}
      {followed !== undefined && (
        <p>
          {t.takesUp} {followed.topic.title}
        </p>
      )}
      {ready && (
        <Form
          fields={proposeTopicFields}
          division={division}
          label={t.submitTopic}
          where={{
            api: county,
            place: division,
            about: 'new',
            form: formOf('propose', follows === '' ? undefined : follows),
          }}
          ground={{
            known: { division, ...(follows !== '' && { follows }) },
            // P11a: what is taken up again begins with the words it had.
            ...(followed !== undefined && { state: followed }),
          }}
          {...(followed?.villages !== undefined && { first: { villages: followed.villages } })}
          onSend={async (topic, key) => {
            const { consultation } = await staffOf(county).propose(topic, key)
            go(address.consultation({ id: consultation.id }))
          }}
        />
      )}
    </Frame>
  )
}
