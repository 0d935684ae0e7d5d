import { expect, it } from 'vitest'
import { eventTypes } from '../src/consultation/evolve.ts'
import { meanings } from '../src/index.ts'

it('every type of event has its meaning, and nothing else has one', () => {
  expect(Object.keys(meanings).toSorted()).toEqual([...eventTypes].toSorted())
  const { NoticeIssued: _gone, ...others } = meanings
  // @ts-expect-error a line is missing
  const fewer: typeof meanings = others
  // @ts-expect-error no event is of this type
  const more: typeof meanings = { ...meanings, NothingHappened: { sections: ['topic'] } }
  // @ts-expect-error an event changes something
  const idle: typeof meanings = { ...meanings, CaseClosed: { sections: [] } }
  expect([fewer, more, idle].map((table) => Object.keys(table).length - eventTypes.length)).toEqual([-1, 1, 0])
})
