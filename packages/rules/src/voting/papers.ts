import { isSame } from '../consultation/by.ts'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { forbidden, type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import type { Values } from '../fields/index.ts'
import { noSeats, seatSet, seatsIn } from '../participants/seatSet.ts'
import { acceptClosed } from './closed.ts'
import { countBallots, dissentsIn, papersOf, presentIn, seatRecords, staysUnopened, unopenedOf } from './count.ts'
import type { enterPapersFields } from './paperFields.ts'
import { leastBallots, tooFewToOpen } from './secret.ts'
import type { Papers, Round } from './state.ts'
import { tallyOf } from './tally.ts'

type EnterPapers = Values<typeof enterPapersFields>

const byNumber = (a: number, b: number) => a - b
const numbers = (all: readonly number[]) => [...all].sort(byNumber).join()

function seatsProblem(round: Round, seats: readonly number[], field: string): Refusal | undefined {
  const onPaper = new Set(seatsIn(round.paper ?? noSeats))
  const stranger = seats.findIndex((seat) => !onPaper.has(seat))
  if (stranger >= 0)
    return ruleRefusal('P6a', 'seatNotOnPaper', {
      field: `${field}.${stranger}`,
      params: { seat: seats[stranger] ?? 0 },
    })
  const twice = seats.findIndex((seat, index) => seats.indexOf(seat) !== index)
  return twice < 0
    ? undefined
    : ruleRefusal('P6a', 'seatTwice', { field: `${field}.${twice}`, params: { seat: seats[twice] ?? 0 } })
}

function namedProblem(round: Round, { ballots, returned, counts }: EnterPapers): Refusal | undefined {
  if (returned.length > 0 || counts.length > 0) return ruleRefusal('P6a', 'papersAreNamed', { field: 'ballots' })
  const incomplete = ballots.findIndex(({ choices }) => numbers(choices.map((c) => c.item)) !== round.items.join())
  if (incomplete >= 0)
    return ruleRefusal('P6a', 'choicesIncomplete', {
      field: `ballots.${incomplete}.choices`,
      params: { items: round.items },
    })
  return seatsProblem(
    round,
    ballots.map(({ seat }) => seat),
    'ballots',
  )
}

function secretProblem(round: Round, { ballots, returned, counts }: EnterPapers): Refusal | undefined {
  if (ballots.length > 0) return ruleRefusal('P6a', 'papersAreSecret', { field: 'returned' })
  if (numbers(counts.map(({ item }) => item)) !== round.items.join())
    return ruleRefusal('P6a', 'countsIncomplete', { field: 'counts', params: { items: round.items } })
  const over = counts.findIndex(({ yes, no, abstain }) => yes + no + abstain > returned.length)
  if (over >= 0)
    return ruleRefusal('P6a', 'tooManyPapers', {
      field: `counts.${over}`,
      params: { item: counts[over]?.item ?? 0, returned: returned.length },
    })
  const wrong = seatsProblem(round, returned, 'returned')
  if (wrong !== undefined) return wrong
  return tooFewToOpen(returned.length) && counts.some(({ yes, no, abstain }) => yes + no + abstain > 0)
    ? ruleRefusal('P6a', 'papersTooFew', { field: 'counts', params: { least: leastBallots } })
    : undefined
}

/** The round these papers belong to, or why they cannot. */
function roundFor(state: Consultation, command: EnterPapers): Round | Refusal {
  const round = state.rounds.find((one) => one.round === command.round)
  if (round === undefined) return ruleRefusal('P6a', 'roundUnknown', { field: 'round' })
  if (round.paper === undefined) return ruleRefusal('P6a', 'notPaper', { field: 'round' })
  if (round.status !== 'open') return stateRefusal('P6a', 'roundClosed')
  return (round.secrecy === 'secret' ? secretProblem(round, command) : namedProblem(round, command)) ?? round
}

/** P6a: the first officer enters what came back on paper. Entering again replaces it, and it is confirmed anew. */
export function enterPapers(state: Consultation, command: EnterPapers): Decision {
  const round = roundFor(state, command)
  if ('code' in round) return refuse(round)
  const { ballots, returned, counts } = command
  const seats = seatSet([...returned, ...ballots.map(({ seat }) => seat)])
  const data = { round: command.round, returned: seats, counts, pages: [] }
  return { kind: 'accepted', events: [{ type: 'PapersEntered', data }], ...(ballots.length > 0 && { papers: ballots }) }
}

/** Seats and choices only: a second reading need not repeat the words that came with them. */
const essence = ({ ballots, returned, counts }: Papers) =>
  JSON.stringify([
    ballots
      .map(
        ({ seat, choices }) =>
          `${seat}:${choices
            .map(({ item, choice }) => `${item}${choice}`)
            .sort()
            .join()}`,
      )
      .sort(),
    seatSet([...returned, ...ballots.map(({ seat }) => seat)]),
    counts.map(({ item, yes, no, abstain }) => `${item}:${yes}:${no}:${abstain}`).sort(),
  ])

/** P6a: another officer confirms by entering the same. A round without online ballots is closed and counted with that. */
export function confirmPapers(state: Consultation, command: EnterPapers, context: Context): Decision {
  const round = roundFor(state, command)
  if ('code' in round) return refuse(round)
  const papers = papersOf(round, context.papers)
  if (papers === undefined || round.papers === undefined || state.list === undefined)
    return refuse(stateRefusal('P6a', 'nothingEntered'))
  if (isSame(round.papers.by, context.actor)) return refuse(forbidden('P6a', 'sameOfficer'))
  if (essence(papers) !== essence(command)) return refuse(ruleRefusal('P6a', 'countsDiffer', { field: 'ballots' }))
  const confirmed = { type: 'PapersConfirmed', data: { round: round.round } } as const
  if (round.method === 'online') return accept(confirmed)
  if (context.seats === undefined) throw new Error('confirmPapers needs the seats')
  const all = { ballotSeats: [], ballots: [], papers }
  const unopened = staysUnopened(round, all)
  const cast = unopened ? unopenedOf(all) : all
  const seats = seatRecords(state.list, context.seats, presentIn(state, round), cast)
  const tally = tallyOf(state.parameters, seats, countBallots(round.items, cast), unopened)
  return acceptClosed(tally, { round: round.round, seats, dissents: dissentsIn(cast) }, confirmed)
}
