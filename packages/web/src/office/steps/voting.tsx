import { keysOf, type Secrecy, secrecies, type VotingMethod, votingMethods } from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import type { Consultation } from '../../api/staff.ts'
import { Choices, Field, ProblemBox, Select, TallyTable, TextArea, TimeField } from '../../shared/parts.tsx'
import { instantOf } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, useCommand } from '../acting.ts'

type Round = Consultation['rounds'][number]
const methods = keysOf(votingMethods)
const secrecyNames = keysOf(secrecies)

/** P6: rounds of voting, by hands with two officers or online, and how they ended. */
export function VotingStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { rounds, items, filings, notices } = acting.consultation
  if (notices.length === 0 || items.length === 0) return <p className="quiet">—</p>
  const running = rounds.find((round) => round.status !== 'closed')
  const open = items.some((item) => item.status === 'open')
  return (
    <>
      {rounds.map((round) => (
        <section key={round.round} className="inner">
          <h3>
            {t.round(round.round)} · {votingMethods[round.method][language]}（{secrecies[round.secrecy][language]}）
          </h3>
          {round.tally !== undefined && (
            <>
              <TallyTable items={round.tally.items} />
              <p className="quiet">
                {t.outcomeLine(round.tally.listed, round.tally.attended)}；
                {t.ruleLine(round.tally.quorumNeeded, round.tally.listed, round.tally.base)}
              </p>
            </>
          )}
          {round.status !== 'closed' &&
            (round.method === 'hands' ? (
              <Hands acting={acting} round={round} />
            ) : (
              <Online acting={acting} round={round} />
            ))}
        </section>
      ))}
      {running === undefined && open && filings.length === 0 && <OpenRound acting={acting} />}
    </>
  )
}

function OpenRound({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { send, error, busy } = useCommand(acting)
  const openItems = acting.consultation.items.filter((item) => item.status === 'open')
  const [method, setMethod] = useState<VotingMethod>('hands')
  const [secrecy, setSecrecy] = useState<Secrecy>('named')
  const [chosen, setChosen] = useState<string[]>(openItems.map((item) => String(item.item)))
  const [closesAt, setClosesAt] = useState('')
  const [exception, setException] = useState('')
  const untold = acting.seats.filter((seat) => seat.told === undefined).length
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send('openRound', {
      method,
      secrecy: method === 'hands' ? 'named' : secrecy,
      items: chosen.map(Number),
      ...(method === 'online' && closesAt !== '' && { closesAt: instantOf(closesAt) }),
      ...(exception !== '' && { exception }),
    })
  }
  return (
    <form onSubmit={submit} className="inner">
      <div className="pair">
        <Select
          label={t.method}
          value={method}
          onChange={setMethod}
          options={methods.map((value) => ({ value, label: votingMethods[value][language] }))}
        />
        {method === 'online' && (
          <Select
            label={t.secrecy}
            value={secrecy}
            onChange={setSecrecy}
            options={secrecyNames.map((value) => ({ value, label: secrecies[value][language] }))}
          />
        )}
        {method === 'online' && (
          <TimeField
            label={`${t.closesAt}（${t.optional}）`}
            value={closesAt}
            required={false}
            onChange={setClosesAt}
          />
        )}
      </div>
      <Choices
        legend={t.whichItems}
        chosen={chosen}
        onChange={setChosen}
        options={openItems.map((item) => ({ value: String(item.item), label: `${t.item(item.item)} ${item.title}` }))}
      />
      {untold > 0 && (
        <div className="warning">
          <p>{t.untoldHint(untold)}</p>
          <TextArea
            label={`${t.exceptionLabel}（S2）`}
            value={exception}
            max={500}
            required={false}
            onChange={setException}
          />
        </div>
      )}
      <ProblemBox error={error} />
      <button type="submit" className="primary" disabled={busy || chosen.length === 0}>
        {t.openRound}
      </button>
    </form>
  )
}

type Counts = Readonly<Record<number, { yes: string; no: string; abstain: string }>>
const answers = ['yes', 'no', 'abstain'] as const

function Hands({ acting, round }: { acting: Acting; round: Round }) {
  const { t } = useTexts()
  const { send, error, busy } = useCommand(acting)
  const [counts, setCounts] = useState<Counts>({})
  const own = round.entry?.by.sub === acting.me.sub
  const confirming = round.entry !== undefined && !own
  const of = (item: number) => counts[item] ?? { yes: '', no: '', abstain: '' }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = {
      round: round.round,
      counts: round.items.map((item) => ({
        item,
        yes: Number(of(item).yes),
        no: Number(of(item).no),
        abstain: Number(of(item).abstain),
      })),
    }
    void send(confirming ? 'confirmHands' : 'enterHands', body)
  }
  return (
    <form onSubmit={submit}>
      {round.entry !== undefined && <p className="warning">{own ? t.enteredBy(round.entry.by.name) : t.confirmHint}</p>}
      {round.items.map((item) => (
        <fieldset key={item} className="counts">
          <legend>
            {t.item(item)} {acting.consultation.items.find((one) => one.item === item)?.title}
          </legend>
          {answers.map((answer) => (
            <Field key={answer} label={t[answer]}>
              {(id) => (
                <input
                  id={id}
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={1000}
                  required
                  value={of(item)[answer]}
                  onChange={(event) => setCounts({ ...counts, [item]: { ...of(item), [answer]: event.target.value } })}
                />
              )}
            </Field>
          ))}
        </fieldset>
      ))}
      <ProblemBox error={error} />
      <button type="submit" className="primary" disabled={busy}>
        {confirming ? t.confirmHands : t.enterHands}
      </button>
    </form>
  )
}

function Online({ acting, round }: { acting: Acting; round: Round }) {
  const { t } = useTexts()
  const { send, error, busy } = useCommand(acting)
  const voters = acting.seats.filter((seat) => seat.votes)
  const voted = voters.filter((seat) => seat.votedIn.includes(round.round)).length
  return (
    <>
      <p role="status">{t.votedCount(voted, voters.length)}</p>
      <progress max={voters.length} value={voted} aria-label={t.votedCount(voted, voters.length)} />
      <ProblemBox error={error} />
      <button
        type="button"
        className="primary"
        disabled={busy}
        onClick={() => void send('closeRound', { round: round.round })}
      >
        {t.closeRound}
      </button>
    </>
  )
}
