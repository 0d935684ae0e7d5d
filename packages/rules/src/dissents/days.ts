import { dayOf } from '@xieshang/kernel'
import { noSeats, seatSet, seatsIn, sizeOf } from '../participants/seatSet.ts'
import type { Dissents } from './state.ts'

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
