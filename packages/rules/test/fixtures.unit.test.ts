import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { eventTypes } from '../src/consultation/evolve.ts'
import { type Consultation, type ConsultationEvent, evolve, fold } from '../src/index.ts'
import { walks } from './walks.ts'

type Written = { readonly events: readonly ConsultationEvent[]; readonly state: Consultation }

const folder = new URL('fixtures/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const written = new Map(
  files.map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Written[]] as const),
)

describe('events once written', () => {
  it.each(files)('%s: fold to what they folded to when they were written', (name) => {
    for (const { events, state } of written.get(name) ?? []) {
      // What the state has learned to say since is no part of what was written.
      expect(fold(events)).toMatchObject(state)
      expect(events.reduce<Consultation | undefined>(evolve, undefined)?.version).toBe(events.length)
    }
  })

  it('are of every type there is, in every version', () => {
    const seen = new Set(
      [...written.values()].flat().flatMap(({ events }) => events.map(({ type, v }) => `${type} ${v}`)),
    )
    expect(eventTypes.filter((type) => !seen.has(`${type} 1`))).toEqual([])
  })

  it('are still written like this, so that a change of shape is noticed', () => {
    const latest = written.get(files.toSorted().at(-1) ?? '') ?? []
    expect(walks.map((walk) => walk().events.map(({ type, data }) => ({ type, data })))).toEqual(
      latest.map(({ events }) => events.map(({ type, data }) => ({ type, data }))),
    )
  })
})
