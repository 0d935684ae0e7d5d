import {
  isFiled,
  keysOf,
  onlineSeatsOf,
  type Secrecy,
  seatSet,
  seatsIn,
  secrecies,
  sizeOf,
  type VotingMethod,
  votingMethods,
  votingSeatsOf,
} from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import { type Consultation, staffOf } from '../../api/staff.ts'
import { Choices, Select, TextArea, TimeField } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { TallyTable } from '../../shared/tally.tsx'
import { instantOf } from '../../shared/time.ts'
import { useLoad } from '../../shared/useLoad.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may, untoldOf, useCommand } from '../acting.ts'
import { SeatPages } from '../seatPages.tsx'
import { Hands } from './hands.tsx'
import { Papers } from './papers.tsx'

type Round = Consultation['rounds'][number]
const methods = keysOf(votingMethods)
const secrecyNames = keysOf(secrecies)

/** P6: rounds of voting by any of the four methods, and how they ended. */
export function VotingStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { rounds, items, notices } = acting.consultation
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
          {round.status !== 'closed' && <Running acting={acting} round={round} />}
        </section>
      ))}
      {running === undefined && open && !isFiled(acting.consultation) && may(acting, 'openRound') && (
        <OpenRound acting={acting} />
      )}
    </>
  )
}

function Running({ acting, round }: { acting: Acting; round: Round }) {
  const { t } = useTexts()
  if (!may(acting, 'openRound')) return null
  switch (round.method) {
    case 'hands':
      return <Hands acting={acting} round={round} />
    case 'paper':
    case 'oneToOne':
      return <Papers acting={acting} round={round} />
    case 'online':
      if (round.status === 'closing') return <p role="status">{t.counting}</p>
      return (
        <>
          {round.paper !== undefined && <Papers acting={acting} round={round} />}
          <Online acting={acting} round={round} />
        </>
      )
  }
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
  const [picked, setPaper] = useState<string[]>()
  // Who has no phone cannot vote online: paper is suggested until an officer says otherwise.
  const voting = new Set(acting.consultation.list === undefined ? [] : votingSeatsOf(acting.consultation.list))
  const paper =
    picked ??
    seatsIn(acting.noPhone)
      .filter((seat) => voting.has(seat))
      .map(String)
  const mayBeSecret = method === 'online' || method === 'paper'
  const untold = sizeOf(untoldOf(acting))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send('openRound', {
      method,
      secrecy: mayBeSecret ? secrecy : 'named',
      items: chosen.map(Number),
      ...(method === 'online' && paper.length > 0 && { paper: paper.map(Number) }),
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
        {mayBeSecret && (
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
      <p className="quiet">{t.methodHint[method]}</p>
      {method === 'online' && (
        <details open={paper.length > 0}>
          <summary>{t.paperSeats(paper.length)}</summary>
          <SeatPages acting={acting} of={seatSet(voting)}>
            {(seats) => (
              <Choices
                legend={t.paperSeatsHint}
                chosen={paper}
                onChange={setPaper}
                options={seats.map((seat) => ({
                  value: String(seat.seat),
                  label: `${seat.seat}. ${seat.name}${seat.phone === undefined ? t.withoutPhone : ''}`,
                }))}
              />
            )}
          </SeatPages>
        </details>
      )}
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

const loadTurnout = (key: string) => {
  const [county = '', id = ''] = key.split('/')
  return staffOf(county).turnout(id)
}

function Online({ acting, round }: { acting: Acting; round: Round }) {
  const { t } = useTexts()
  const { send, error, busy } = useCommand(acting)
  const { list } = acting.consultation
  const voters = list === undefined ? 0 : onlineSeatsOf(list, round).length
  const turnout = useLoad(loadTurnout, `${acting.county}/${acting.consultation.id}`, 4000)
  const voted = turnout.data?.rounds.find((one) => one.round === round.round)?.count ?? 0
  const waits = round.paper !== undefined && round.confirmedBy === undefined
  return (
    <>
      <p role="status">{t.votedCount(voted, voters)}</p>
      <progress max={voters} value={voted} aria-label={t.votedCount(voted, voters)} />
      {round.secrecy === 'secret' && voted === 0 && <p className="quiet">{t.turnoutHidden}</p>}
      {waits && <p className="quiet">{t.papersFirst}</p>}
      <ProblemBox error={error} />
      <button
        type="button"
        className="primary"
        disabled={busy || waits}
        onClick={() => void send('closeRound', { round: round.round })}
      >
        {t.closeRound}
      </button>
    </>
  )
}
