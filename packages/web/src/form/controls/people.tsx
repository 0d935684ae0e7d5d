import { useQuery } from '@tanstack/react-query'
import { compositionGap, participantClasses } from '@xieshang/rules'
import { refusalTexts } from '@xieshang/rules/sentences'
import { Link } from 'wouter'
import type { Person } from '../../api/staff.ts'
import { Composition } from '../../office/steps/composition.tsx'
import { TemplateFill } from '../../office/steps/template.tsx'
import { Awaited } from '../../queries/awaited.tsx'
import { peopleQuery } from '../../queries/place.ts'
import { address } from '../../shared/addresses.ts'
import { useTexts } from '../../texts/language.ts'
import { type Of, useForm } from '../context.ts'
import { type Draft, groupOf, listOf, rowsOf, wordsOf } from '../values.ts'
import { TickBox } from './tickBox.tsx'

const rowOf = (person: Person, votes = participantClasses[person.class].votes): Draft => ({
  person: person.id,
  category: person.category,
  class: person.class,
  votes: votes ? '1' : '',
})

/** P2: who takes part: everybody on the register without some, or those who are ticked. What S1 asks for is said meanwhile. */
export function People(props: Of<'people'>) {
  const { t, language } = useTexts()
  const { ground, draft, set, division } = useForm()
  const villages = ground.state?.villages ?? [division]
  const query = useQuery(peopleQuery(villages))
  const people = query.data
  if (people === undefined) return <Awaited query={query} />
  const everybody = typeof draft.everybody === 'object' ? listOf(groupOf(draft.everybody).except) : undefined
  const rows =
    everybody === undefined
      ? rowsOf(props.typed)
      : people.filter(({ id }) => !everybody.includes(id)).map((person) => rowOf(person))
  const rowFor = ({ id }: Person) => rows.find(({ person }) => person === id)
  const ticked = people.filter((person) => rowFor(person) !== undefined)
  const votes = (person: Person) => wordsOf(rowFor(person)?.votes) !== ''
  const gap = ticked.length === 0 ? undefined : compositionGap(ticked.map((person) => person.class))
  const named = (next: readonly Draft[]) => {
    set('everybody', '')
    props.onChange(next)
  }
  const all = (except: readonly string[]) => {
    set('everybody', { except })
    props.onChange([])
  }
  const tick = (person: Person, on: boolean) => {
    if (everybody !== undefined) all(on ? everybody.filter((id) => id !== person.id) : [...everybody, person.id])
    else named(on ? [...rows, rowOf(person)] : rows.filter(({ person: id }) => id !== person.id))
  }
  return (
    <fieldset className="group" aria-describedby={props.wrong === undefined ? undefined : props.wrongId}>
      <legend>{props.label}</legend>
      {people.length === 0 && (
        <p className="quiet">
          {t.nobody}{' '}
          {villages.map((village) => (
            <Link key={village} href={address.register({ village })}>
              {t.register}{' '}
            </Link>
          ))}
        </p>
      )}
      {people.length > 0 && (
        <>
          <TemplateFill
            village={villages[0] ?? division}
            people={people}
            onFill={(picked) =>
              named([...rows, ...picked.filter((one) => rowFor(one) === undefined).map((one) => rowOf(one))])
            }
          />
          <label className="tick">
            <input
              type="checkbox"
              checked={ticked.length === people.length}
              onChange={({ target }) => (target.checked ? all([]) : named([]))}
            />
            <strong>{t.everybodyRegistered(people.length)}</strong>
          </label>
        </>
      )}
      <ul className="ticks">
        {people.map((person) => (
          <li key={person.id}>
            <TickBox checked={rowFor(person) !== undefined} onTick={(ticked) => tick(person, ticked)}>
              {person.name}
              <span className="quiet"> {participantClasses[person.class].label[language]}</span>
            </TickBox>
            {rowFor(person) !== undefined && participantClasses[person.class].kind !== 'third' && (
              <TickBox
                small
                checked={votes(person)}
                onTick={(votes) => named(rows.map((row) => (row.person === person.id ? rowOf(person, votes) : row)))}
              >
                {t.votes}
              </TickBox>
            )}
          </li>
        ))}
      </ul>
      <p role="status">
        {t.selected(
          ticked.length,
          ticked.filter((one) => participantClasses[one.class].resident).length,
          ticked.filter(votes).length,
        )}
      </p>
      {ticked.length > 0 && <Composition people={ticked} />}
      {gap !== undefined && <p className="warning">{refusalTexts[gap][language]}</p>}
    </fieldset>
  )
}
