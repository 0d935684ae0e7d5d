import { text } from '@xieshang/kernel'
import * as z from 'zod'
import { isSame } from '../consultation/by.ts'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { itemNumber, mostSeats, roundNumber } from '../consultation/primitives.ts'
import { forbidden, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { type Fields, type Ground, known, titled, type Values, votes } from '../fields/index.ts'
import { noSeats, seatsIn } from '../participants/seatSet.ts'
import { acceptClosed } from './closed.ts'
import { presentIn, seatRecords } from './count.ts'
import type { Count } from './state.ts'
import { tallyOf } from './tally.ts'

const heads = z.int().min(0).max(mostSeats)

export const countSchema = z.strictObject({ item: itemNumber, yes: heads, no: heads, abstain: heads })

/** The items of the round that a form is about. */
export const itemsOfRound = ({ state, known: { round } }: Ground) =>
  titled(
    state?.items.filter(({ item }) => state.rounds.find((one) => one.round === round)?.items.includes(item) === true),
  )

export const enterHandsFields = {
  round: known(roundNumber),
  counts: votes(text('各条票数', 'Votes on each item'), itemsOfRound, z.array(countSchema).min(1).max(100)),
} satisfies Fields

type Hands = Values<typeof enterHandsFields>

const byNumber = (a: number, b: number) => a - b

const roundOf = (state: Consultation, round: number) => state.rounds.find((r) => r.round === round)

/** P6a: a hand count names every item of the round once, and no more hands than voting seats are present. */
function handsProblem(state: Consultation, command: Hands): Decision | undefined {
  const round = roundOf(state, command.round)
  if (round === undefined) return refuse(ruleRefusal('P6a', 'roundUnknown', { field: 'round' }))
  if (round.method !== 'hands') return refuse(ruleRefusal('P6a', 'notHands', { field: 'round' }))
  if (round.status !== 'open') return refuse(stateRefusal('P6a', 'roundClosed'))
  const counted = command.counts.map((c) => c.item).sort(byNumber)
  if (counted.join() !== round.items.join())
    return refuse(ruleRefusal('P6a', 'countsIncomplete', { field: 'counts', params: { items: round.items } }))
  const nonVoting = new Set(seatsIn(state.list?.nonVoting ?? noSeats))
  const voters = presentIn(state, round).filter((seat) => !nonVoting.has(seat)).length
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
  if (isSame(round.entry.by, context.actor)) return refuse(forbidden('P6a', 'sameOfficer'))
  if (!sameCounts(round.entry.counts, command.counts))
    return refuse(ruleRefusal('P6a', 'countsDiffer', { field: 'counts' }))
  if (context.seats === undefined) throw new Error('confirmHands needs the seats')
  const present = presentIn(state, round)
  const counts = command.counts.toSorted((a, b) => a.item - b.item)
  const seats = seatRecords(list, context.seats, present, { ballotSeats: [], ballots: [] })
  const closed = { round: command.round, seats, dissents: [] }
  return acceptClosed(tallyOf(state.parameters, seats, counts), closed, {
    type: 'HandsConfirmed',
    data: { round: command.round },
  })
}
