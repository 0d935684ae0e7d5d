import { useQuery } from '@tanstack/react-query'
import { keysOf, participantCategories, participantClasses } from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { type Me, type NewPerson, staffOf } from '../api/staff.ts'
import { peopleQuery } from '../queries/place.ts'
import { address } from '../shared/addresses.ts'
import { Select, TextField } from '../shared/fields.tsx'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { newKey } from '../shared/problem.ts'
import { useTexts } from '../texts/language.ts'
import { Duplicates } from './duplicates.tsx'
import { Frame } from './frame.tsx'
import { Import } from './import.tsx'

/** S3: the register of a village. */
export function Register({ me, county, village }: { me: Me; county: string; village: string }) {
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

const nobody: NewPerson = { name: '', phone: '', category: 'resident', class: 'localResident' }

function AddPerson({ county, village, onDone }: { county: string; village: string; onDone: () => void }) {
  const { t, language } = useTexts()
  const [person, setPerson] = useState<NewPerson>(nobody)
  const [key, setKey] = useState(newKey)
  const [error, setError] = useState<unknown>()
  const send = (event: FormEvent) => {
    event.preventDefault()
    const { phone, ...rest } = person
    staffOf(county)
      .addPerson(village, { ...rest, ...(phone !== undefined && phone.trim() !== '' && { phone }) }, key)
      .then(() => {
        setPerson(nobody)
        setError(undefined)
        onDone()
      }, setError)
      .finally(() => setKey(newKey()))
  }
  return (
    <details className="card">
      <summary>{t.addPerson}</summary>
      <form onSubmit={send}>
        <TextField
          label={t.personName}
          value={person.name}
          max={40}
          onChange={(name) => setPerson({ ...person, name })}
        />
        <TextField
          label={t.phone}
          hint={t.phoneHint}
          value={person.phone ?? ''}
          max={20}
          required={false}
          onChange={(phone) => setPerson({ ...person, phone })}
        />
        <Select
          label={t.category}
          value={person.category}
          options={keysOf(participantCategories).map((value) => ({
            value,
            label: participantCategories[value].label[language],
          }))}
          onChange={(category) => setPerson({ ...person, category })}
        />
        <Select
          label={t.participantClass}
          value={person.class}
          options={keysOf(participantClasses).map((value) => ({
            value,
            label: participantClasses[value].label[language],
          }))}
          onChange={(kind) => setPerson({ ...person, class: kind })}
        />
        <ProblemBox error={error} />
        <button type="submit" className="primary">
          {t.addPerson}
        </button>
      </form>
    </details>
  )
}
