import { type PlaceCode, text, within } from '@xieshang/kernel'
import { ruleRefusal, stateRefusal } from '../../consultation/refusal.ts'
import { consultationReference, count, line, long, moment, optional } from '../../fields/index.ts'
import type { Entry } from '../entry.ts'
import { act, doneOf, fieldsOf, kind } from '../kind.ts'

export type Interval = { readonly from: string; readonly until: string }

/** G6: whether two bookings need the venue at the same moment. One that begins when the other ends does not. */
export const clash = (a: Interval, b: Interval): boolean => a.from < b.until && b.from < a.until

const mostHours = 7 * 24

const venueFields = {
  name: line(text('场所名称', 'Name')),
  address: line(text('地址', 'Address'), 120),
  seats: count(text('可容纳人数', 'People it holds'), 1, 10_000),
  equipment: optional(long(text('设施（投影、无障碍等）', 'Equipment (projector, step-free access …)'), 500)),
}

const bookFields = {
  from: moment(text('开始时间', 'From')),
  until: moment(text('结束时间', 'Until')),
  purpose: line(text('用途', 'For what')),
  consultation: optional(consultationReference(text('为哪次协商', 'For which consultation'))),
}

const cancelFields = {
  booking: count(text('预订编号', 'Number of the booking'), 1, 1_000_000),
  reason: long(text('取消原因', 'Why'), 300),
}

export type Booking = Interval & { readonly number: number; readonly purpose: string; readonly by: PlaceCode }

/** The bookings of a venue that stand, in the order they were made. */
export function bookingsOf(entry: Entry): readonly Booking[] {
  const cancelled = new Set(doneOf(entry, 'cancelBooking', cancelFields).map(({ body }) => body.booking))
  return doneOf(entry, 'book', bookFields)
    .filter(({ number }) => !cancelled.has(number))
    .map(({ number, body, by }) => ({
      number,
      from: body.from,
      until: body.until,
      purpose: body.purpose,
      by: by.division,
    }))
}

const upcoming = (entry: Entry, now: string) => bookingsOf(entry).filter(({ until }) => until > now)

const isStopped = (entry: Entry) => entry.acts.findLast(({ act }) => act === 'stop' || act === 'reopen')?.act === 'stop'

/** G6: a venue for consultations, with its bookings. It is never booked twice for the same moment. */
export const venue = kind({
  clause: 'G6',
  label: text('议事协商场所', 'Venues'),
  hint: text(
    '登记固定的议事场所，开会前先预订；同一时间不能重复预订。',
    'Register venues and book them; never twice at once.',
  ),
  levels: ['village', 'township', 'county'],
  fields: venueFields,
  create: { label: text('登记一处场所', 'Register a venue'), verb: 'conduct', standing: 'within' },
  openBelow: true,
  annulRule: (entry, { now }) =>
    upcoming(entry, now).length === 0 ? undefined : stateRefusal('G6', 'venueStillBooked'),
  acts: {
    book: act({
      label: text('预订', 'Book'),
      fields: bookFields,
      verb: 'conduct',
      standing: 'around',
      when: ['active'],
      rule: (entry, body, { now }) => {
        if (body.until <= body.from) return ruleRefusal('G6', 'bookingEndsFirst', { field: 'until' })
        if (Date.parse(body.until) - Date.parse(body.from) > mostHours * 3_600_000)
          return ruleRefusal('G6', 'bookingTooLong', { field: 'until', params: { hours: mostHours } })
        if (body.until <= now) return ruleRefusal('G6', 'bookingPast', { field: 'until' })
        const taken = bookingsOf(entry).find((one) => clash(one, body))
        return taken === undefined
          ? undefined
          : ruleRefusal('G6', 'venueTaken', {
              field: 'from',
              params: { booking: taken.number, purpose: taken.purpose },
            })
      },
    }),
    cancelBooking: act({
      label: text('取消预订', 'Cancel a booking'),
      fields: cancelFields,
      verb: 'conduct',
      standing: 'around',
      rule: (entry, { booking }, { actor }) => {
        const found = bookingsOf(entry).find(({ number }) => number === booking)
        if (found === undefined) return ruleRefusal('G6', 'bookingUnknown', { field: 'booking', params: { booking } })
        // Whoever looks after the venue may free it; others free only what their own place booked.
        const own = within(entry.division, actor.division) || within(found.by, actor.division)
        return own ? undefined : ruleRefusal('G6', 'bookingOfOthers', { field: 'booking' })
      },
    }),
    stop: act({
      label: text('停用', 'Take out of use'),
      fields: { reason: long(text('停用原因', 'Why'), 300) },
      verb: 'conduct',
      standing: 'within',
      when: ['active'],
    }),
    reopen: act({
      label: text('恢复使用', 'Bring back into use'),
      fields: { note: long(text('说明', 'Note'), 300) },
      verb: 'conduct',
      standing: 'within',
      when: ['stopped'],
    }),
  },
  title: ({ name }) => name,
  status: (entry) => (isStopped(entry) ? 'stopped' : 'active'),
  digest: (entry) => ({ seats: fieldsOf(entry, venueFields).seats, bookings: bookingsOf(entry).length }),
  shown: (entry) => {
    const { address, seats, equipment } = fieldsOf(entry, venueFields)
    return {
      ...(equipment !== undefined && { text: equipment }),
      facts: [
        { label: text('地址', 'Address'), value: address },
        { label: text('可容纳人数', 'People it holds'), value: String(seats) },
      ],
    }
  },
})
