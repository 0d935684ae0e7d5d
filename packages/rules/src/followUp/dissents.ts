import { dayOf, text } from '@xieshang/kernel'
import * as z from 'zod'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { known, lineOrNone, long, oneItem, type Values } from '../fields/index.ts'
import { inSet, noSeats, seatSet, seatsIn, sizeOf } from '../participants/seatSet.ts'
import type { Dissents } from './shapes.ts'

export const recordDissentFields = {
  item: oneItem(),
  words: long(text('不同意见', 'What was said'), 500),
  name: lineOrNone(text('谁提出的', 'Whose it is'), 40),
}
export const explainDissentFields = {
  dissent: known(z.int().min(1).max(200_000)),
  text: long(text('解释说明', 'Explanation'), 1000),
}

const mostRecorded = 100_000

/** How many opposing opinions there are; they are numbered from 1. */
export const dissentCount = (dissents: readonly Dissents[]): number => dissents.at(-1)?.to ?? 0

/** How many of them were explained. */
export const explainedCount = (dissents: readonly Dissents[]): number =>
  dissents.reduce((sum, { explained }) => sum + sizeOf(explained), 0)

/** P9f: those of a day's that nobody has explained yet. */
export function unexplained({ from, to, explained }: Dissents): number[] {
  const done = new Set(seatsIn(explained))
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((dissent) => !done.has(dissent))
}

/** The numbers that some more get. */
export const nextDissents = (dissents: readonly Dissents[], more: number) => ({
  from: dissentCount(dissents) + 1,
  to: dissentCount(dissents) + more,
})

/** Some more, told at an instant; those of one day stand together. */
export function withDissents(dissents: readonly Dissents[], more: number, at: string): Dissents[] {
  if (more === 0) return [...dissents]
  const last = dissents.at(-1)
  const to = dissentCount(dissents) + more
  if (last !== undefined && dayOf(last.at) === dayOf(at)) return [...dissents.slice(0, -1), { ...last, to }]
  return [...dissents, { from: to - more + 1, to, at, explained: noSeats }]
}

/** One of them was explained. */
export const withExplained = (dissents: readonly Dissents[], dissent: number, at: string): Dissents[] =>
  dissents.map((day) =>
    dissent < day.from || dissent > day.to
      ? day
      : {
          ...day,
          explained: seatSet([...seatsIn(day.explained), dissent]),
          explainedAt: day.explainedAt !== undefined && day.explainedAt > at ? day.explainedAt : at,
        },
  )

/** P9f: an opposing opinion that was said rather than written on a ballot. */
export function recordDissent(state: Consultation, command: Values<typeof recordDissentFields>): Decision {
  if (!state.items.some(({ item }) => item === command.item))
    return refuse(ruleRefusal('P9f', 'itemUnknown', { field: 'item', params: { item: command.item } }))
  if (dissentCount(state.dissents) >= mostRecorded) return refuse(ruleRefusal('P9f', 'tooManyDissents'))
  const { name, ...dissent } = command
  return accept({
    type: 'DissentRecorded',
    data: { dissent: dissentCount(state.dissents) + 1, ...dissent, ...(name !== '' && { name }) },
  })
}

/** P9f: each opposing opinion is explained to who holds it. */
export function explainDissent(state: Consultation, command: Values<typeof explainDissentFields>): Decision {
  const day = state.dissents.find(({ from, to }) => from <= command.dissent && command.dissent <= to)
  if (day === undefined) return refuse(ruleRefusal('P9f', 'dissentUnknown', { field: 'dissent' }))
  if (inSet(day.explained, command.dissent)) return refuse(stateRefusal('P9f', 'dissentExplained'))
  return accept({ type: 'DissentExplained', data: command })
}
