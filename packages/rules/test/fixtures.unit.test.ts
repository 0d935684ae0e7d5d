import { describe, expect, it } from 'vitest'
import { eventTypes } from '../src/consultation/evolvers.ts'
import { upcast, versionOf, type WrittenEvent } from '../src/consultation/upcast.ts'
import { type Consultation, evolve, fold } from '../src/index.ts'
import { consultationsIn, essenceOf, fixtureFiles, shapeOf } from './fixtures/read.ts'
import { walks } from './walks.ts'

const written = fixtureFiles.flatMap(consultationsIn)
const nameOf = ({ type, v }: Pick<WrittenEvent, 'type' | 'v'>) => `${type} ${v}`

describe('events once written', () => {
  it.each(fixtureFiles)('%s: fold to what they were when they were written', async (name) => {
    const essences = consultationsIn(name).map((events) => {
      const state = fold(events.map(upcast))
      if (state === undefined) throw new Error('Nothing was folded')
      return `${JSON.stringify(essenceOf(state))}\n`
    })
    await expect(essences.join('')).toMatchFileSnapshot(`fixtures/${name.replace('.ndjson', '.folded')}`)
  })

  it.each(fixtureFiles)('%s: are read in today’s version, one by one', (name) => {
    for (const events of consultationsIn(name)) {
      const read = events.map(upcast)
      expect(read.map(({ v }) => v)).toEqual(events.map(({ type }) => versionOf(type)))
      expect(read.reduce<Consultation | undefined>(evolve, undefined)?.version).toBe(events.length)
    }
  })

  it('are of every type there is, in every version', () => {
    const seen = new Set(written.flat().map(nameOf))
    const all = eventTypes.flatMap((type) =>
      Array.from({ length: versionOf(type) }, (_, index) => nameOf({ type, v: index + 1 })),
    )
    expect(all.filter((name) => !seen.has(name))).toEqual([])
  })

  it('are still written like this, so that a change of shape is noticed', () => {
    const seen = new Set(written.flat().map((event) => `${nameOf(event)} ${shapeOf(event.data)}`))
    const today = walks.flatMap((walk) => walk().events).map((event) => `${nameOf(event)} ${shapeOf(event.data)}`)
    expect([...new Set(today)].filter((shape) => !seen.has(shape))).toEqual([])
  })

  it('of a version that nobody knows yet are refused, not misread', () => {
    const [event] = written.flat()
    if (event === undefined) throw new Error('There are no fixtures')
    expect(() => upcast({ ...event, v: 99 })).toThrow('was written by a newer program')
  })
})
