import { expect, it } from 'vitest'
import { events } from '../index.ts'
import { eventTypes } from './evolvers.ts'

it('every type of event says what it changes, in words too, and nothing else does', () => {
  expect(Object.keys(events).toSorted()).toEqual([...eventTypes].toSorted())
  const { NoticeIssued: notice, ...others } = events
  // @ts-expect-error a line is missing
  const fewer: typeof events = others
  // @ts-expect-error no event is of this type
  const more: typeof events = { ...events, NothingHappened: notice }
  // @ts-expect-error an event changes something
  const idle: typeof events = { ...events, CaseClosed: { ...notice, sections: [] } }
  expect([fewer, more, idle].map((table) => Object.keys(table).length - eventTypes.length)).toEqual([-1, 1, 0])
})
