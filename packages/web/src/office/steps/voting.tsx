import { useQuery } from '@tanstack/react-query'
import { isFiled, onlineSeatsOf, secrecies, type VotingMethod, votingMethods } from '@xieshang/rules'
import type { Consultation } from '../../api/staff.ts'
import { turnoutQuery } from '../../queries/consultation.ts'
import { TallyTable } from '../../shared/tally.tsx'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'
import { Hands } from './hands.tsx'
import { Papers } from './papers.tsx'

type Round = Consultation['rounds'][number]

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
  const { t } = useTexts()
  return (
    <CommandForm
      acting={acting}
      command="openRound"
      aside={({ method, paper }) => (
        <>
          <p className="quiet">{t.methodHint[method as VotingMethod]}</p>
          {method === 'online' && <p className="quiet">{t.paperSeats(Array.isArray(paper) ? paper.length : 0)}</p>}
        </>
      )}
    />
  )
}

function Online({ acting, round }: { acting: Acting; round: Round }) {
  const { t } = useTexts()
  const { list } = acting.consultation
  const voters = list === undefined ? 0 : onlineSeatsOf(list, round).length
  const turnout = useQuery({
    ...turnoutQuery({ county: acting.county, id: acting.consultation.id }),
    refetchInterval: 4000,
  })
  const voted = turnout.data?.rounds.find((one) => one.round === round.round)?.count ?? 0
  const waits = round.paper !== undefined && round.confirmedBy === undefined
  return (
    <>
      <p role="status">{t.votedCount(voted, voters)}</p>
      <progress max={voters} value={voted} aria-label={t.votedCount(voted, voters)} />
      {round.secrecy === 'secret' && voted === 0 && <p className="quiet">{t.turnoutHidden}</p>}
      {waits && <p className="quiet">{t.papersFirst}</p>}
      <CommandForm
        acting={acting}
        command="closeRound"
        known={{ round: round.round }}
        label={t.closeRound}
        disabled={waits}
      />
    </>
  )
}
