import { tenantOf } from '@xieshang/kernel'
import { compositionGap, participantClasses, refusalTexts, sizeOf } from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { type Person, staffOf } from '../../api/staff.ts'
import { TextArea, TextField } from '../../shared/fields.tsx'
import { Loading, ProblemBox } from '../../shared/parts.tsx'
import { useLoad } from '../../shared/useLoad.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may, useCommand } from '../acting.ts'
import { SeatPages } from '../seatPages.tsx'
import { ApplicationsList } from './applications.tsx'
import { Composition } from './composition.tsx'
import { TemplateFill } from './template.tsx'

/** The registers of one village, or of all that a township consults together (P9e). */
const loadPeople = async (villages: string) =>
  (await Promise.all(villages.split(',').map((village) => staffOf(tenantOf(village)).people(village)))).flat()

/** P2: who takes part. What S1 asks for is said while people are being ticked. */
export function ParticipantsStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { list, step } = acting.consultation
  if (list !== undefined)
    return (
      <>
        <p>{t.listSummary(list.listed, list.listed - sizeOf(list.nonVoting), list.residents)}</p>
        <Composition people={list.listed > acting.seats.length ? [] : acting.seats} groups={list.composition} />
        <SeatPages acting={acting}>
          {(seats) => (
            <ul className="names">
              {seats.map((seat) => (
                <li key={seat.seat}>
                  {seat.seat}. {seat.name}
                  <span className="quiet"> {participantClasses[seat.class].label[language]}</span>
                </li>
              ))}
            </ul>
          )}
        </SeatPages>
      </>
    )
  return step === 'registered' && may(acting, 'fixParticipants') ? (
    <ListForm acting={acting} />
  ) : (
    <p className="quiet">—</p>
  )
}

function ListForm({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { division, villages } = acting.consultation
  const { data: people, error: loadError, reload } = useLoad(loadPeople, (villages ?? [division]).join(','))
  const { send, error, busy } = useCommand(acting)
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({})
  /** Whether everybody on the register is meant, and not only those who are ticked now. */
  const [whole, setWhole] = useState(false)
  const [basis, setBasis] = useState({ nature: '', interests: '', complexity: '', scope: '' })
  const [exception, setException] = useState('')
  if (people === undefined)
    return loadError === undefined ? <Loading /> : <ProblemBox error={loadError} retry={reload} />
  const ticked = people.filter(({ id }) => id in chosen)
  const gap = ticked.length === 0 ? undefined : compositionGap(ticked.map((person) => person.class))
  const tick = (person: Person, on: boolean) => {
    const { [person.id]: _gone, ...others } = chosen
    setChosen(on ? { ...others, [person.id]: participantClasses[person.class].votes } : others)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send('fixParticipants', {
      basis,
      ...(whole && ticked.every((person) => chosen[person.id] === participantClasses[person.class].votes)
        ? { everybody: { except: people.flatMap(({ id }) => (id in chosen ? [] : [id])) } }
        : {
            seats: ticked.map((person) => ({
              person: person.id,
              category: person.category,
              class: person.class,
              votes: chosen[person.id] === true,
            })),
          }),
      ...(gap !== undefined && exception !== '' && { exception }),
    })
  }
  return (
    <>
      <ApplicationsList acting={acting} onAdmitted={reload} />
      <form onSubmit={submit}>
        <h3>{t.basis}</h3>
        <div className="pair">
          <TextField
            label={t.nature}
            value={basis.nature}
            max={300}
            onChange={(nature) => setBasis({ ...basis, nature })}
          />
          <TextField
            label={t.interests}
            value={basis.interests}
            max={300}
            onChange={(interests) => setBasis({ ...basis, interests })}
          />
          <TextField
            label={t.complexity}
            value={basis.complexity}
            max={300}
            onChange={(complexity) => setBasis({ ...basis, complexity })}
          />
          <TextField
            label={t.scope}
            value={basis.scope}
            max={300}
            onChange={(scope) => setBasis({ ...basis, scope })}
          />
        </div>
        <h3>{t.pickPeople}</h3>
        {people.length > 0 && (
          <TemplateFill
            village={(villages ?? [division])[0] ?? division}
            people={people}
            onFill={(picked) =>
              setChosen({
                ...Object.fromEntries(picked.map((p) => [p.id, participantClasses[p.class].votes])),
                ...chosen,
              })
            }
          />
        )}
        {people.length === 0 && (
          <p className="quiet">
            {t.nobody}{' '}
            {(villages ?? [division]).map((village) => (
              <Link key={village} href={`/office/register/${village}`}>
                {t.register}{' '}
              </Link>
            ))}
          </p>
        )}
        {people.length > 0 && (
          <label className="tick">
            <input
              type="checkbox"
              checked={ticked.length === people.length}
              onChange={(event) => {
                setWhole(event.target.checked)
                setChosen(
                  event.target.checked
                    ? Object.fromEntries(people.map((p) => [p.id, participantClasses[p.class].votes]))
                    : {},
                )
              }}
            />
            <strong>{t.everybodyRegistered(people.length)}</strong>
          </label>
        )}
        <ul className="ticks">
          {people.map((person) => (
            <li key={person.id}>
              <label className="tick">
                <input
                  type="checkbox"
                  checked={person.id in chosen}
                  onChange={(event) => tick(person, event.target.checked)}
                />
                <span>
                  {person.name}
                  <span className="quiet"> {participantClasses[person.class].label[language]}</span>
                </span>
              </label>
              {person.id in chosen && participantClasses[person.class].kind !== 'third' && (
                <label className="tick small">
                  <input
                    type="checkbox"
                    checked={chosen[person.id] === true}
                    onChange={(event) => setChosen({ ...chosen, [person.id]: event.target.checked })}
                  />
                  <span>{t.votes}</span>
                </label>
              )}
            </li>
          ))}
        </ul>
        <p role="status">
          {t.selected(
            ticked.length,
            ticked.filter((p) => participantClasses[p.class].resident).length,
            ticked.filter((p) => chosen[p.id] === true).length,
          )}
        </p>
        {ticked.length > 0 && <Composition people={ticked} />}
        {gap !== undefined && (
          <div className="warning">
            <p>{refusalTexts[gap][language]}</p>
            <TextArea
              label={`${t.exceptionLabel}（S1）`}
              value={exception}
              max={500}
              required={false}
              onChange={setException}
            />
          </div>
        )}
        <ProblemBox error={error} />
        <button type="submit" className="primary" disabled={busy || ticked.length === 0}>
          {busy ? t.waiting : t.fixParticipants}
        </button>
      </form>
    </>
  )
}
