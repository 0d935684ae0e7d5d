import type { BallotFact, SeatFact } from '../consultation/context.ts'
import type { Consultation } from '../consultation/state.ts'
import { inSet, noSeats, seatsIn } from '../participants/seatSet.ts'
import type { List } from '../participants/state.ts'
import { tooFewToOpen } from './secret.ts'
import type { ClosedRound, Count, CountedBallot, PaperBallot, Papers, Round, SeatRecord } from './state.ts'

const allSeats = (list: List): number[] => Array.from({ length: list.listed }, (_, i) => i + 1)

/** Numbers of the seats that vote. */
export function votingSeatsOf(list: List): number[] {
  const nonVoting = new Set(seatsIn(list.nonVoting))
  return allSeats(list).filter((seat) => !nonVoting.has(seat))
}

/** Whether a seat of a list votes. */
export const votesIn = (list: List, seat: number): boolean => seat <= list.listed && !inSet(list.nonVoting, seat)

/** Voting seats that vote online in a round: all but those that were given paper. */
export function onlineSeatsOf(list: List, { paper = noSeats }: Pick<Round, 'paper'>): number[] {
  const onPaper = new Set(seatsIn(paper))
  return votingSeatsOf(list).filter((seat) => !onPaper.has(seat))
}

/** Seats present in the sitting a round belongs to. */
export const presentIn = (state: Consultation, round: Pick<Round, 'session'>): readonly number[] =>
  seatsIn(state.sessions.find((s) => s.session === round.session)?.present ?? noSeats)

/** What was cast in a round: online by each seat itself, on paper as two officers entered it. */
export type Cast = {
  readonly ballotSeats: readonly BallotFact[]
  readonly ballots: readonly CountedBallot[]
  readonly papers?: Papers | undefined
}

/**
 * All that came back on paper in a round, where anything was entered.
 * @param ballots the named ones, as the store keeps them on pages
 */
export const papersOf = ({ papers }: Round, ballots: readonly PaperBallot[] = []): Papers | undefined =>
  papers && { ballots: papers.kept ?? ballots, returned: seatsIn(papers.returned), counts: papers.counts }

/** The sum of the choices on each item. */
export function countBallots(items: readonly number[], { ballots, papers }: Cast): Count[] {
  const all: readonly Pick<CountedBallot, 'choices'>[] = [...ballots, ...(papers?.ballots ?? [])]
  return items.map((item) => {
    const secret = papers?.counts.find((one) => one.item === item)
    const of = (choice: 'yes' | 'no' | 'abstain') =>
      all.filter((b) => b.choices.some((c) => c.item === item && c.choice === choice)).length + (secret?.[choice] ?? 0)
    return { item, yes: of('yes'), no: of('no'), abstain: of('abstain') }
  })
}

/** P9f: the words that came with votes against, if there are any; whose they are is known in a named round only. */
export function dissentsIn({ ballots, papers }: Cast): ClosedRound['dissents'] {
  const all: readonly CountedBallot[] = [...ballots, ...(papers?.ballots ?? [])]
  const dissents = all.flatMap(({ seat, choices }) =>
    choices.flatMap(({ item, choice, words }) =>
      choice === 'no' && words !== undefined && words !== ''
        ? [{ item, words, ...(seat !== undefined && { seat }) }]
        : [],
    ),
  )
  // The order in which ballots were found says nothing, and must not show.
  dissents.sort((a, b) => a.item - b.item || (a.seat ?? 0) - (b.seat ?? 0) || (a.words < b.words ? -1 : 1))
  return dissents
}

/** P6b: what each seat was at the close. Who returned a ballot, online or on paper, attends by it. */
export function seatRecords(
  list: List,
  facts: readonly SeatFact[],
  present: readonly number[],
  { ballotSeats, ballots, papers }: Cast,
): SeatRecord[] {
  const told = new Set(facts.filter((f) => f.told).map((f) => f.seat))
  const voted = new Set([
    ...ballotSeats.filter((b) => b.voted).map((b) => b.seat),
    ...(papers?.returned ?? []),
    ...(papers?.ballots.map(({ seat }) => seat) ?? []),
  ])
  const there = new Set(present)
  const voting = new Set(votingSeatsOf(list))
  const named = [...ballots, ...(papers?.ballots ?? [])]
  const choicesOf = new Map(named.flatMap((b) => (b.seat === undefined ? [] : [[b.seat, b.choices] as const])))
  return allSeats(list).map((seat) => {
    const choices = choicesOf.get(seat)?.map(({ item, choice }) => ({ item, choice }))
    return {
      seat,
      voting: voting.has(seat),
      told: told.has(seat),
      present: there.has(seat) || voted.has(seat),
      voted: voted.has(seat),
      ...(choices !== undefined && { choices }),
    }
  })
}

/**
 * P6a: whether a secret round stays unopened, since a part that is counted apart has ballots, and so few of them that a
 * count could say whose they are.
 */
export const staysUnopened = (
  round: Pick<Round, 'secrecy'>,
  { ballotSeats, papers }: Pick<Cast, 'ballotSeats' | 'papers'>,
): boolean =>
  round.secrecy === 'secret' &&
  (tooFewToOpen(ballotSeats.filter(({ voted }) => voted).length) || tooFewToOpen(papers?.returned.length ?? 0))

/** P6a: who took part, and nothing of what anybody chose. */
export const unopenedOf = ({ ballotSeats, papers }: Cast): Cast => ({
  ballotSeats,
  ballots: [],
  papers: papers && { ...papers, ballots: [], counts: [] },
})
