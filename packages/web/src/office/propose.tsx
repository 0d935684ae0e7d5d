import { levelOf, tenantOf } from '@xieshang/kernel'
import { proposeTopicFields } from '@xieshang/rules'
import { useLocation, useSearch } from 'wouter'
import { type Consultation, type Me, staffOf } from '../api/staff.ts'
import { Form } from '../form/form.tsx'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import { Frame } from './frame.tsx'

const loadPlace = (division: string) => staffOf(tenantOf(division)).division(division)

/** The consultation that is taken up again, if one is (P11a). */
const loadFollowed = async (key: string): Promise<Consultation | null> => {
  const [county = '', id = ''] = key.split('/')
  return id === '' ? null : (await staffOf(county).one(id)).consultation
}

/** P1, P9e, P11a: a new topic of a village, or of a township for several; perhaps one that takes up an earlier one. */
export function Propose({ me, county, division }: { me: Me; county: string; division: string }) {
  const { t } = useTexts()
  const [, go] = useLocation()
  const follows = new URLSearchParams(useSearch()).get('follows') ?? ''
  const place = useLoad(loadPlace, division)
  const { data: followed, error } = useLoad(loadFollowed, `${county}/${follows}`)
  return (
    <Frame me={me}>
      <h1>{levelOf(division) === 'township' ? t.proposeSeveral : t.propose}</h1>
      <p className="quiet">{place.data?.division.name}</p>
      <ProblemBox error={place.error ?? error} />
      {followed === undefined && error === undefined && <Loading />}
      {followed !== undefined && followed !== null && (
        <p>
          {t.takesUp} {followed.topic.title}
        </p>
      )}
      {followed !== undefined && (
        <Form
          fields={proposeTopicFields}
          division={division}
          label={t.submitTopic}
          where={{ county, place: division, about: 'new', form: `propose${follows === '' ? '' : `.${follows}`}` }}
          ground={{
            known: { division, ...(follows !== '' && { follows }) },
            // P11a: what is taken up again begins with the words it had.
            ...(followed !== null && { state: followed }),
          }}
          {...(followed?.villages !== undefined && { first: { villages: followed.villages } })}
          onSend={async (topic, key) => {
            const { consultation } = await staffOf(county).propose(topic, key)
            go(`/office/c/${consultation.id}`)
          }}
        />
      )}
    </Frame>
  )
}
