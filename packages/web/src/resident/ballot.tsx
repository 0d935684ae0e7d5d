import type { PlaceCode } from '@xieshang/kernel'
import { type FormEvent, useEffect, useState } from 'react'
import { type CastBallot, type LinkView, openCounty } from '../api/open.ts'
import { ProblemBox } from '../shared/parts.tsx'
import { showTime } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'
import { BallotItem, type Choice } from './ballotItem.tsx'
import { useSend } from './send.ts'

type Content = CastBallot

/** How often a ballot that is being made is looked for. */
const lookAgainMs = 5_000
type Receipt = { readonly before?: true | undefined }

type Props = { county: PlaceCode; token: string; round: NonNullable<LinkView['round']>; onDone: () => void }

/** P6a: the ballot, item by item, checked once more before it is cast. */
export function Ballot({ county, token, round, onDone }: Props) {
  const { t, language } = useTexts()
  const [chosen, setChosen] = useState<Readonly<Record<number, Choice>>>({})
  const [words, setWords] = useState<Readonly<Record<number, string>>>({})
  const [checking, setChecking] = useState(false)
  const [cast, setCast] = useState<'now' | 'before'>()
  const { submit, busy, error } = useSend<Content, Receipt, LinkView>(
    {
      send: (ballot, key) => openCounty(county).ballot(token, ballot, key),
      ask: () => openCounty(county).link(token),
      // A round that is over is asked for by sending: its refusal says so.
      stands: (view, ballot) => view.round?.round === ballot.round && view.round.ballot === 'cast',
    },
    (sent) => {
      const before = sent.kind === 'sent' ? sent.answer.before === true : !sent.same
      setCast(before ? 'before' : 'now')
      onDone()
    },
  )
  const complete = round.items.every(({ item }) => chosen[item] !== undefined)

  useEffect(() => {
    if (round.ballot !== 'preparing') return
    const again = setInterval(onDone, lookAgainMs)
    return () => clearInterval(again)
  }, [round.ballot, onDone])

  if (round.ballot === 'preparing')
    return (
      <section className="card" role="status">
        <h2>{t.ballotPreparing}</h2>
        <p>{t.ballotPreparingHint}</p>
      </section>
    )
  if (round.ballot === 'cast' || cast !== undefined)
    return (
      <section className="card good" role="status">
        <h2>{t.voted}</h2>
        {cast === 'before' && <p>{t.votedBefore}</p>}
      </section>
    )

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!checking) return setChecking(true)
    const choices = round.items.flatMap(({ item }) => {
      const choice = chosen[item]
      const said = words[item]?.trim() ?? ''
      return choice === undefined ? [] : [{ item, choice, ...(choice === 'no' && said !== '' && { words: said }) }]
    })
    submit({ round: round.round, shape: round.shape, choices })
  }

  return (
    <form className="card ballot" onSubmit={send}>
      <h2>{checking ? t.check : t.voteNow}</h2>
      <p className="quiet">
        {round.secrecy === 'secret' ? t.voteSecret : t.voteNamed}
        {round.closesAt !== undefined && ` ${t.closesAtLine(showTime(round.closesAt, language))}`}
      </p>
      {round.items.map((item) => (
        <BallotItem
          key={item.item}
          item={item}
          secret={round.secrecy === 'secret'}
          checking={checking}
          choice={chosen[item.item]}
          words={words[item.item] ?? ''}
          onChoice={(choice) => setChosen({ ...chosen, [item.item]: choice })}
          onWords={(text) => setWords({ ...words, [item.item]: text })}
        />
      ))}
      <p className="quiet">{checking ? t.checkHint : complete ? '' : t.chooseEach}</p>
      <div className="pair">
        {checking && (
          <button type="button" className="large" disabled={busy} onClick={() => setChecking(false)}>
            {t.change}
          </button>
        )}
        <button type="submit" className="primary large" disabled={!complete || busy}>
          {busy ? t.waiting : checking ? t.cast : t.check}
        </button>
      </div>
      <ProblemBox error={error} />
    </form>
  )
}
