import { readFileSync } from 'node:fs'
import { placeCodeOf, stands } from '@xieshang/kernel'
import { expect, it } from 'vitest'
import { actsOpenTo, entryCardOf, entryKinds, foldEntry, readersOf, timingOf } from '../src/affairs/index.ts'
import {
  addDays,
  type Calendar,
  type Consultation,
  type ConsultationEvent,
  countedFactsOf,
  dayOf,
  dutiesOf,
  dutyState,
  type EntryEvent,
  evolve,
  keysOf,
  openDataCsv,
  openQuarter,
} from '../src/index.ts'
import { inCounty, inTownship, inVillage } from './register.ts'
import { walks } from './walks.ts'

/**
 * What long computations come to over whole consultations, kept line by line in files that a person can read. A change
 * that is meant is written by `vitest -u`, and read before it is committed.
 */
const kept = (name: string) => `golden/${name}.txt`
const text = (lines: readonly string[]) => `${lines.join('\n')}\n`

const calendar: Calendar = { addWorkdays: (day, count) => addDays(day, count + 2 * Math.floor(count / 5)) }

/** The same events, some hours apart, so that they fall on days of their own. */
const spread = (events: readonly ConsultationEvent[], hours: number) =>
  events.map((event, index) => ({
    ...event,
    at: new Date(Date.UTC(2026, 2, 1, 4) + index * hours * 3_600_000).toISOString(),
  }))

it('P3a–b, P7, P8, P9a–d, P9f, P10a, P10c, P12: what is owed after every event of whole consultations', async () => {
  const lines: string[] = []
  for (const [number, walk] of walks.entries())
    for (const hours of [7, 60]) {
      let state: Consultation | undefined
      for (const event of spread(walk().events, hours)) {
        state = evolve(state, event)
        const told = state.tellings.length > 0
        const facts = { untold: told ? 0 : 4, opinions: 1, ...(told && { lastTold: state.tellings.at(-1)?.at }) }
        const duties = dutiesOf(state, facts, calendar).map((duty) => {
          const { id, who, due, doneOn = '', about, responsible, channel, items, count = '' } = duty
          const which = [about, responsible, channel, items?.join()].filter((one) => one !== undefined).join(' ')
          return `${id} ${who.role} ${due} ${doneOn} ${which} ${count} ${dutyState(duty, dayOf(event.at), 3)}`
        })
        lines.push(`# ${number} ${hours}h ${event.number} ${event.type} ${dayOf(event.at)}`, ...duties.toSorted())
      }
    }
  await expect(text(lines)).toMatchFileSnapshot(kept('duties'))
})

it('F1–F4, G1–G9: how entries of every kind stand after each of their events, and to whom they are open', async () => {
  const file = new URL('fixtures/entries/2026-11.json', import.meta.url)
  const written = JSON.parse(readFileSync(file, 'utf8')) as { events: EntryEvent[] }[]
  const actors = [inVillage, inTownship, inCounty, { ...inVillage, role: 'supervisor' as const }]
  const lines = written.flatMap(({ events }) =>
    events.flatMap((event, index) => {
      const entry = foldEntry(events.slice(0, index + 1))
      if (entry === undefined) return []
      const card = entryCardOf(entry)
      const timings = ['2026-05-01', '2026-12-31'].map((day) => timingOf(card, `${day}T04:00:00.000Z`))
      return [
        `# ${event.kind} ${event.act}`,
        JSON.stringify({ ...card, updatedAt: '' }),
        timings.join(' '),
        ...actors.map((actor) => `${actor.role} ${actor.division}: ${actsOpenTo(entry, actor).join(' ')}`),
      ]
    }),
  )
  const places = ['331102', '331102001', '331102001001', '331102001002'].map(placeCodeOf)
  for (const kind of keysOf(entryKinds))
    for (const actor of places)
      lines.push(
        `${kind} ${actor} reads ${places.filter((place) => stands(readersOf(entryKinds[kind]), actor, place)).join(' ')}`,
      )
  await expect(text(lines)).toMatchFileSnapshot(kept('entries'))
})

it('G11: what is published of counted facts, with what is withheld left empty', async () => {
  const facts = Array.from({ length: 23 }, (_, index) => ({
    township: placeCodeOf(`33110200${(index * 7) % 4}`),
    relation: `M${1 + (index % 5)}`,
    ...{ items: 1 + (index % 3), passed: index % 2, participants: 3 + index, attendances: 2 + index },
    groups: { representatives: index, units: index % 3, professionals: index === 4 ? 2 : 0, volunteers: index % 2 },
  }))
  const quarters = [openQuarter('2026Q1', facts), openQuarter('2026Q2', facts.slice(0, 2)), openQuarter('2026Q3', [])]
  const counted = walks.map((walk) => JSON.stringify(countedFactsOf(walk().state)))
  const csv = openDataCsv(quarters, (by, code) => (by === 'township' ? `“${code}”, "镇"` : code))
  await expect(text([...counted, ...quarters.map((one) => JSON.stringify(one, null, 1)), csv])).toMatchFileSnapshot(
    kept('openData'),
  )
})
