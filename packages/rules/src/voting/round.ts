import * as z from 'zod'
import type { BallotFact, Context, CountedBallot, SeatFact } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { exceptionReason, instant, itemNumber, roundNumber } from '../consultation/primitives.ts'
import { forbidden, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation, Count, List, Round, SeatRecord } from '../consultation/state.ts'
import { openSessionOf } from '../session/session.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { secrecies, votingMethods } from '../taxonomy/procedure.ts'
import { hasQuorum, quorumOf } from './arithmetic.ts'
import { tallyOf } from './tally.ts'

export const openRoundSchema = z.strictObject({
  method: z.enum(keysOf(votingMethods)),
  secrecy: z.enum(keysOf(secrecies)).default('named'),
  items: z.array(itemNumber).min(1).max(100),
  /** Online rounds end by themselves at this instant, if it is given. */
  closesAt: instant.optional(),
  /** Why the vote opens although somebody was not told (S2). */
  exception: exceptionReason.optional(),
})

const countSchema = z.strictObject({
  item: itemNumber,
  yes: z.int().min(0).max(1000),
  no: z.int().min(0).max(1000),
  abstain: z.int().min(0).max(1000),
})
export const enterHandsSchema = z.strictObject({ round: roundNumber, counts: z.array(countSchema).min(1).max(100) })
export const closeRoundSchema = z.strictObject({ round: roundNumber })

type Hands = z.infer<typeof enterHandsSchema>

const byNumber = (a: number, b: number) => a - b

/** Seats present in the sitting a round belongs to. */
const presentIn = (state: Consultation, round: Pick<Round, 'session'>): readonly number[] =>
  state.sessions.find((s) => s.session === round.session)?.present ?? []

const allSeats = (list: List): number[] => Array.from({ length: list.listed }, (_, i) => i + 1)

/** Numbers of the seats that vote. */
export const votingSeatsOf = (list: List): number[] => allSeats(list).filter((seat) => !list.nonVoting.includes(seat))

/**
 * S2, P6a, P6b: a round opens on items that are still open. Nobody on the list may be untold, else by a recorded reason;
 * for a show of hands two thirds of the list must be present already.
 */
export function openRound(state: Consultation, command: z.infer<typeof openRoundSchema>, context: Context): Decision {
  const { list } = state
  if (list === undefined || state.notices.length === 0) return refuse(stateRefusal('S2', 'noNotice'))
  if (state.forms.length === 0) return refuse(stateRefusal('P4', 'noForm'))
  if (state.filings.length > 0) return refuse(stateRefusal('P6a', 'alreadyFiled'))
  if (state.rounds.some((r) => r.status !== 'closed')) return refuse(stateRefusal('P6a', 'roundOpen'))
  const items = [...new Set(command.items)].sort(byNumber)
  for (const item of items) {
    const found = state.items.find((i) => i.item === item)
    if (found === undefined) return refuse(ruleRefusal('P6a', 'itemUnknown', { field: 'items', params: { item } }))
    if (found.status !== 'open') return refuse(stateRefusal('P5b', 'itemNotOpen', { field: 'items', params: { item } }))
  }
  if (context.seats === undefined) throw new Error('openRound needs the seats')
  const untold = context.seats.filter((s) => !s.told).map((s) => s.seat)
  if (untold.length > 0 && command.exception === undefined)
    return refuse(ruleRefusal('S2', 'seatsUntold', { field: 'exception', params: { count: untold.length } }))
  const session = openSessionOf(state)
  if (command.method === 'hands') {
    if (session === undefined || !session.attendanceTaken) return refuse(stateRefusal('P6b', 'noAttendance'))
    const { quorum } = state.parameters
    if (!hasQuorum(session.present.length, list.listed, quorum))
      return refuse(
        ruleRefusal('P6b', 'noQuorum', {
          params: { present: session.present.length, listed: list.listed, needed: quorumOf(list.listed, quorum) },
        }),
      )
    if (command.closesAt !== undefined) return refuse(ruleRefusal('P6a', 'handsNeedNoEnd', { field: 'closesAt' }))
    if (command.secrecy === 'secret') return refuse(ruleRefusal('P6a', 'handsNotSecret', { field: 'secrecy' }))
  } else if (command.closesAt !== undefined && command.closesAt <= context.now)
    return refuse(ruleRefusal('P6a', 'endPast', { field: 'closesAt' }))
  if (votingSeatsOf(list).length === 0) return refuse(ruleRefusal('P6c', 'nobodyVotes'))
  return accept({
    type: 'RoundOpened',
    data: {
      round: state.rounds.length + 1,
      method: command.method,
      secrecy: command.secrecy,
      items,
      untold,
      ...(session !== undefined && { session: session.session }),
      ...(command.closesAt !== undefined && { closesAt: command.closesAt }),
    },
    exceptions:
      untold.length > 0 && command.exception !== undefined ? [{ clause: 'S2', reason: command.exception }] : [],
  })
}

const roundOf = (state: Consultation, round: number) => state.rounds.find((r) => r.round === round)

/** P6a: a hand count names every item of the round once, and no more hands than voting seats are present. */
function handsProblem(state: Consultation, command: Hands): Decision | undefined {
  const round = roundOf(state, command.round)
  if (round === undefined) return refuse(ruleRefusal('P6a', 'roundUnknown', { field: 'round' }))
  if (round.method !== 'hands') return refuse(ruleRefusal('P6a', 'notHands', { field: 'round' }))
  if (round.status !== 'open') return refuse(stateRefusal('P6a', 'roundClosed'))
  const counted = command.counts.map((c) => c.item).sort(byNumber)
  if (counted.join() !== round.items.join())
    return refuse(
      ruleRefusal('P6a', 'countsIncomplete', { field: 'counts', params: { items: round.items.join('、') } }),
    )
  const voters = presentIn(state, round).filter((seat) => !state.list?.nonVoting.includes(seat)).length
  const over = command.counts.findIndex((c) => c.yes + c.no + c.abstain > voters)
  if (over >= 0)
    return refuse(
      ruleRefusal('P6a', 'tooManyHands', {
        field: `counts.${over}`,
        params: { item: command.counts[over]?.item ?? 0, voters },
      }),
    )
  return undefined
}

/** P6a: the first officer enters the count of hands. Entering again replaces what was entered. */
export function enterHands(state: Consultation, command: Hands): Decision {
  return (
    handsProblem(state, command) ??
    accept({ type: 'HandsEntered', data: { round: command.round, counts: command.counts } })
  )
}

const sameCounts = (a: readonly Count[], b: readonly Count[]): boolean => {
  const line = (c: Count) => `${c.item}:${c.yes}:${c.no}:${c.abstain}`
  return a.map(line).sort().join() === b.map(line).sort().join()
}

/** P6a: another officer confirms by counting the same; with that the round is closed and counted. */
export function confirmHands(state: Consultation, command: Hands, context: Context): Decision {
  const problem = handsProblem(state, command)
  if (problem !== undefined) return problem
  const round = roundOf(state, command.round)
  const { list } = state
  if (round?.entry === undefined || list === undefined) return refuse(stateRefusal('P6a', 'nothingEntered'))
  if (round.entry.by.sub === context.actor.sub) return refuse(forbidden('P6a', 'sameOfficer'))
  if (!sameCounts(round.entry.counts, command.counts))
    return refuse(ruleRefusal('P6a', 'countsDiffer', { field: 'counts' }))
  if (context.seats === undefined) throw new Error('confirmHands needs the seats')
  const present = presentIn(state, round)
  const seats = seatRecords(list, context.seats, present, [])
  return accept(
    { type: 'HandsConfirmed', data: { round: command.round } },
    {
      type: 'RoundClosed',
      data: { round: command.round, tally: tallyOf(state.parameters, seats, command.counts), seats },
    },
  )
}

/** P6a: an online round is closed; what was cast until then counts. The counting follows (`countRound`). */
export function closeRound(state: Consultation, command: z.infer<typeof closeRoundSchema>): Decision {
  const round = roundOf(state, command.round)
  if (round === undefined) return refuse(ruleRefusal('P6a', 'roundUnknown', { field: 'round' }))
  // An earlier closing was cut off before the count: nothing new is recorded, the counting goes on.
  if (round.status === 'closing') return accept()
  if (round.status !== 'open') return refuse(stateRefusal('P6a', 'roundClosed'))
  if (round.method !== 'online') return refuse(ruleRefusal('P6a', 'handsNeedTwo', { field: 'round' }))
  return accept({ type: 'RoundClosing', data: command })
}

/** P6a–c: every ballot seat is final by now; the ballots are counted. Only the system counts. */
export function countRound(state: Consultation, command: z.infer<typeof closeRoundSchema>, context: Context): Decision {
  const round = roundOf(state, command.round)
  const { list } = state
  if (context.actor.role !== 'system') return refuse(forbidden('P6a', 'systemOnly'))
  if (round === undefined || list === undefined) return refuse(ruleRefusal('P6a', 'roundUnknown', { field: 'round' }))
  if (round.status !== 'closing') return refuse(stateRefusal('P6a', 'roundClosed'))
  if (context.seats === undefined || context.ballotSeats === undefined || context.ballots === undefined)
    throw new Error('countRound needs the seats and the ballots')
  const seats = seatRecords(list, context.seats, presentIn(state, round), context.ballotSeats, context.ballots)
  return accept({
    type: 'RoundClosed',
    data: {
      round: round.round,
      tally: tallyOf(state.parameters, seats, countBallots(round.items, context.ballots)),
      seats,
    },
  })
}

/** The sum of the choices on each item. */
export function countBallots(items: readonly number[], ballots: readonly CountedBallot[]): Count[] {
  return items.map((item) => {
    const of = (choice: string) =>
      ballots.filter((b) => b.choices.some((c) => c.item === item && c.choice === choice)).length
    return { item, yes: of('yes'), no: of('no'), abstain: of('abstain') }
  })
}

/** What each seat was at the close: who cast a ballot online attends by it. */
function seatRecords(
  list: List,
  facts: readonly SeatFact[],
  present: readonly number[],
  ballotSeats: readonly BallotFact[],
  ballots: readonly CountedBallot[] = [],
): SeatRecord[] {
  const told = new Set(facts.filter((f) => f.told).map((f) => f.seat))
  const voted = new Set(ballotSeats.filter((b) => b.voted).map((b) => b.seat))
  const there = new Set(present)
  const choicesOf = new Map(ballots.flatMap((b) => (b.seat === undefined ? [] : [[b.seat, b.choices] as const])))
  return allSeats(list).map((seat) => {
    const choices = choicesOf.get(seat)
    return {
      seat,
      voting: !list.nonVoting.includes(seat),
      told: told.has(seat),
      present: there.has(seat) || voted.has(seat),
      voted: voted.has(seat),
      ...(choices !== undefined && { choices }),
    }
  })
}
