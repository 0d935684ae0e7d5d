import { type Choice, type CommandBody, type Count, noSeats, seatSet, sizeOf } from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import type { Consultation, Seat } from '../../api/staff.ts'
import { Field, TextArea } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { useTexts } from '../../texts/language.ts'
import { type Acting, useCommand } from '../acting.ts'
import { SeatPages } from '../seatPages.tsx'

type Round = Consultation['rounds'][number]
const answers: readonly Choice[] = ['yes', 'no', 'abstain']

/** What one officer has put down: who returned a paper, and what stands on it or all of them together. */
type Draft = {
  readonly returned: readonly number[]
  readonly choices: Readonly<Record<string, Choice>>
  readonly words: Readonly<Record<string, string>>
  readonly counts: Readonly<Record<string, string>>
}

const empty: Draft = { returned: [], choices: {}, words: {}, counts: {} }
const place = (seat: number, item: number) => `${seat}/${item}`

/** The paper ballots as the command takes them; undefined while a choice or a number is missing. */
function bodyOf(round: Round, { returned, choices, words, counts }: Draft): CommandBody<'enterPapers'> | undefined {
  if (round.secrecy === 'secret') {
    const all = round.items.map((item): Count => {
      const of = (answer: Choice) => Number(counts[`${item}/${answer}`] ?? '')
      return { item, yes: of('yes'), no: of('no'), abstain: of('abstain') }
    })
    const complete = round.items.every((item) => answers.every((answer) => (counts[`${item}/${answer}`] ?? '') !== ''))
    return complete ? { round: round.round, ballots: [], returned: [...returned], counts: all } : undefined
  }
  const ballots = returned.map((seat) => ({
    seat,
    choices: round.items.flatMap((item) => {
      const choice = choices[place(seat, item)]
      const said = words[place(seat, item)]?.trim() ?? ''
      return choice === undefined ? [] : [{ item, choice, ...(choice === 'no' && said !== '' && { words: said }) }]
    }),
  }))
  const complete = ballots.every((ballot) => ballot.choices.length === round.items.length)
  return complete ? { round: round.round, ballots, returned: [], counts: [] } : undefined
}

/** P6a: what came back on paper, or was answered one to one: one officer enters it, another enters the same to confirm. */
export function Papers({ acting, round }: { acting: Acting; round: Round }) {
  const { t } = useTexts()
  const { send, error, busy } = useCommand(acting)
  const [draft, setDraft] = useState(empty)
  const [again, setAgain] = useState(false)
  const { papers, confirmedBy } = round
  const paper = round.paper ?? noSeats
  const own = papers?.by.own === true
  const confirming = papers !== undefined && confirmedBy === undefined && !own
  const body = bodyOf(round, draft)
  const oneToOne = round.method === 'oneToOne'
  if (papers !== undefined && !confirming && !again)
    return (
      <div className="inner">
        <p className={confirmedBy === undefined ? 'warning' : 'good'}>
          {confirmedBy === undefined
            ? t.papersEnteredBy(papers.by.name)
            : t.papersConfirmed(papers.by.name, confirmedBy.name)}
        </p>
        <button type="button" onClick={() => setAgain(true)}>
          {t.enterPapersAgain}
        </button>
      </div>
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (body === undefined) return
    void send(confirming ? 'confirmPapers' : 'enterPapers', body).then((done) => {
      if (!done) return
      setDraft(empty)
      setAgain(false)
    })
  }
  return (
    <form onSubmit={submit} className="inner">
      <h3>{oneToOne ? t.oneToOne : t.papers}</h3>
      {confirming && <p className="warning">{t.papersConfirmHint}</p>}
      <fieldset className="choices">
        <legend>{oneToOne ? t.whoAnswered : t.whoReturned}</legend>
        <SeatPages acting={acting} of={paper}>
          {(seats) =>
            seats.map(({ seat, name }) => (
              <label key={seat}>
                <input
                  type="checkbox"
                  checked={draft.returned.includes(seat)}
                  onChange={(event) =>
                    setDraft({
                      ...draft,
                      returned: event.target.checked
                        ? [...draft.returned, seat].sort((a, b) => a - b)
                        : draft.returned.filter((one) => one !== seat),
                    })
                  }
                />
                <span>
                  {seat}. {name}
                </span>
              </label>
            ))
          }
        </SeatPages>
      </fieldset>
      {round.secrecy === 'secret' ? (
        <Counts acting={acting} round={round} draft={draft} onChange={setDraft} />
      ) : (
        <SeatPages acting={acting} of={seatSet(draft.returned)}>
          {(seats) =>
            seats.map((seat) => (
              <Paper key={seat.seat} acting={acting} round={round} seat={seat} draft={draft} onChange={setDraft} />
            ))
          }
        </SeatPages>
      )}
      <p role="status" className="quiet">
        {t.papersReturned(draft.returned.length, sizeOf(paper))}
      </p>
      <ProblemBox error={error} />
      <button type="submit" className="primary" disabled={busy || body === undefined}>
        {confirming ? t.confirmPapers : t.enterPapers}
      </button>
      {body === undefined && <p className="quiet">{t.papersIncomplete}</p>}
    </form>
  )
}

type Part = { acting: Acting; round: Round; draft: Draft; onChange: (draft: Draft) => void }

const titleIn = (acting: Acting, item: number) =>
  acting.consultation.items.find((one) => one.item === item)?.title ?? ''

/** One named paper: a choice on each item, and the words that stand with a vote against (P9f). */
function Paper({ acting, round, seat: { seat, name }, draft, onChange }: Part & { seat: Seat }) {
  const { t } = useTexts()
  return (
    <fieldset className="fact">
      <legend>
        {seat}. {name}
      </legend>
      {round.items.map((item) => {
        const at = place(seat, item)
        return (
          <fieldset key={item}>
            <legend className="light">
              {t.item(item)} {titleIn(acting, item)}
            </legend>
            <div className="choices">
              {answers.map((choice) => (
                <label key={choice}>
                  <input
                    type="radio"
                    name={`paper-${round.round}-${at}`}
                    checked={draft.choices[at] === choice}
                    onChange={() => onChange({ ...draft, choices: { ...draft.choices, [at]: choice } })}
                  />
                  <span>{t[choice]}</span>
                </label>
              ))}
            </div>
            {draft.choices[at] === 'no' && (
              <TextArea
                label={t.whyNot}
                value={draft.words[at] ?? ''}
                max={300}
                required={false}
                onChange={(said) => onChange({ ...draft, words: { ...draft.words, [at]: said } })}
              />
            )}
          </fieldset>
        )
      })}
    </fieldset>
  )
}

/** Secret papers are counted together: nobody knows which is whose. */
function Counts({ acting, round, draft, onChange }: Part) {
  const { t } = useTexts()
  return round.items.map((item) => (
    <fieldset key={item} className="counts">
      <legend>
        {t.item(item)} {titleIn(acting, item)}
      </legend>
      {answers.map((answer) => (
        <Field key={answer} label={t[answer]}>
          {(id) => (
            <input
              id={id}
              type="number"
              inputMode="numeric"
              min={0}
              max={draft.returned.length}
              value={draft.counts[`${item}/${answer}`] ?? ''}
              onChange={(event) =>
                onChange({ ...draft, counts: { ...draft.counts, [`${item}/${answer}`]: event.target.value } })
              }
            />
          )}
        </Field>
      ))}
    </fieldset>
  ))
}
