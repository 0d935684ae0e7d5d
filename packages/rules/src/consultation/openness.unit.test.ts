import { link, noHash } from '@xieshang/kernel'
import { nodeChainTools } from '@xieshang/kernel/node'
import { describe, expect, it } from 'vitest'
import { walks } from '../../test/walks.ts'
import type { ConsultationEvent } from '../index.ts'
import { opennessOf } from '../index.ts'

const events = walks.flatMap((walk) => walk().events)

const openOf = (event: ConsultationEvent) => {
  const { text } = link(event, noHash, opennessOf(event.type), nodeChainTools)
  return JSON.parse(text) as { by: object; data: Record<string, unknown> }
}

/** What a county's settings and catalogue say, which is public: the only words that an event has in the open. */
const settled = ['parameters', 'asFiled', 'step']

const withoutSettled = (part: unknown): unknown =>
  typeof part !== 'object' || part === null || Array.isArray(part)
    ? part
    : Object.fromEntries(
        Object.entries(part).flatMap(([name, one]) => (settled.includes(name) ? [] : [[name, withoutSettled(one)]])),
      )

describe('what of an event stands in its chain', () => {
  it('E4: is nothing that anybody typed, and nobody’s name', () => {
    const typed = events
      .map((event) => ({ type: event.type, said: JSON.stringify(withoutSettled(openOf(event))) }))
      .filter(({ said }) => /\p{Script=Han}/u.test(said))
    expect(typed).toEqual([])
  })

  it('E4: says in which role and place it was done, and not by whom', () => {
    for (const event of events)
      expect(openOf(event).by).toEqual({
        ...{ sub: { '#': expect.any(String) }, name: { '#': expect.any(String) } },
        ...{ role: event.by.role, division: event.by.division },
      })
  })

  it('E4: says no seat', () => {
    const seats = new Set(['seats', 'present', 'returned', 'untold', 'paper', 'nonVoting', 'pages'])
    for (const event of events)
      for (const [name, value] of Object.entries(openOf(event).data))
        if (seats.has(name) && value !== '' && JSON.stringify(value) !== '[]')
          expect(JSON.stringify(value)).toContain('{"#":')
  })

  it('E4, P6a: does not say what a count of papers was when it was entered first', () => {
    const entered = events.filter(({ type }) => type === 'PapersEntered')
    expect(entered.length).toBeGreaterThan(0)
    for (const event of entered) expect(openOf(event).data.counts).toEqual({ '#': expect.any(String), json: true })
  })
})
