/**
 * A set of seats as one short text, so that a list of thousands costs a head or an event no more than its pages' hashes
 * do: ranges where they are short and a person can read them (`1-3,7`), else one bit a seat in base64url after `~`.
 */
export type SeatSet = string

/** No seats. */
export const noSeats: SeatSet = ''

function rangesOf(seats: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const seat of seats) {
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === seat - 1) last[1] = seat
    else ranges.push([seat, seat])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join()
}

function bitsOf(seats: readonly number[]): string {
  const bytes = new Uint8Array(Math.ceil((seats.at(-1) ?? 0) / 8))
  for (const seat of seats) {
    const at = (seat - 1) >> 3
    bytes[at] = (bytes[at] ?? 0) | (1 << ((seat - 1) & 7))
  }
  return `~${btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')}`
}

/** @param numbers seats from 1, in any order; one named twice is in the set once */
export function seatSet(numbers: Iterable<number>): SeatSet {
  const seats = [...new Set(numbers)].sort((a, b) => a - b)
  const wrong = seats.find((seat) => !Number.isInteger(seat) || seat < 1)
  if (wrong !== undefined) throw new Error(`${wrong} is no seat`)
  const ranges = rangesOf(seats)
  // A list shorter than this is a bitmap nowhere: who looks at the table reads it.
  if (ranges.length <= 64) return ranges
  const bits = bitsOf(seats)
  return ranges.length <= bits.length ? ranges : bits
}

function fromBits(bits: string): number[] {
  const bytes = atob(bits.replaceAll('-', '+').replaceAll('_', '/'))
  const seats: number[] = []
  for (let at = 0; at < bytes.length; at++)
    for (let bit = 0; bit < 8; bit++) if ((bytes.charCodeAt(at) >> bit) & 1) seats.push(at * 8 + bit + 1)
  return seats
}

const fromRange = (range: string): number[] => {
  const [from = 0, to = from] = range.split('-').map(Number)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** All seats of a list of so many. */
export const everySeat = (listed: number): SeatSet => (listed === 0 ? noSeats : listed === 1 ? '1' : `1-${listed}`)

/** The seats of a set, ascending. */
export const seatsIn = (set: SeatSet): number[] => {
  if (set === '') return []
  return set.startsWith('~') ? fromBits(set.slice(1)) : set.split(',').flatMap(fromRange)
}

/** Whether one seat is in a set. Who asks for many turns `seatsIn` into a `Set` first. */
export const inSet = (set: SeatSet, seat: number): boolean => seatsIn(set).includes(seat)

/** How many seats a set has. */
export const sizeOf = (set: SeatSet): number => seatsIn(set).length
