import { useQuery } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import { newPersonFields, participantCategories, participantClasses } from '@xieshang/rules'
import { Link } from 'wouter'
import { type Me, type NewPerson, staffOf } from '../api/staff.ts'
import { Form } from '../form/form.tsx'
import { peopleQuery } from '../queries/place.ts'
import { address } from '../shared/addresses.ts'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { useTexts } from '../texts/language.ts'
import { Duplicates } from './duplicates.tsx'
import { Frame } from './frame.tsx'
import { Import } from './import.tsx'

/** S3: the register of a village. */
export function Register({ me, county, village }: { me: Me; county: PlaceCode; village: PlaceCode }) {
  const { t, language } = useTexts()
  const { data: people, error, refetch } = useQuery(peopleQuery([village]))
  return (
    <Frame me={me}>
      <Link href={address.office({ division: village })}>{t.back}</Link>
      <h1>{t.register}</h1>
      <p className="quiet">{t.registerIntro}</p>
      <AddPerson county={county} village={village} onDone={refetch} />
      <Import county={county} village={village} onDone={refetch} />
      <ProblemBox error={error} retry={refetch} />
      {people === undefined && error === null && <Loading />}
      {people?.length === 0 && <p className="quiet">{t.nobody}</p>}
      {people !== undefined && <Duplicates people={people} />}
      {people !== undefined && people.length > 0 && (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th>{t.personName}</th>
                <th>{t.phone}</th>
                <th>{t.category}</th>
                <th>{t.participantClass}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.id}>
                  <th scope="row">{person.name}</th>
                  <td>{person.phone ?? t.none}</td>
                  <td>{participantCategories[person.category].label[language]}</td>
                  <td>{participantClasses[person.class].label[language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Frame>
  )
}

function AddPerson({ county, village, onDone }: { county: PlaceCode; village: PlaceCode; onDone: () => void }) {
  const { t } = useTexts()
  return (
    <details className="card">
      <summary>{t.addPerson}</summary>
      <Form
        fields={newPersonFields}
        division={village}
        label={t.addPerson}
        where={{ api: county, place: village, about: 'register', form: 'person' }}
        onSend={async (person, key) => {
          await staffOf(county).addPerson(village, person as NewPerson, key)
          onDone()
        }}
      />
    </details>
  )
}
