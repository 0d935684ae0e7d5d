import { describe, expect, it, vi } from 'vitest'
import { walks } from '../../test/walks.ts'
import { World } from '../../test/world.ts'
import { commands, touching } from '../deciding.ts'
import { type CommandType, type Decision, type EventType, keysOf, events as kinds } from '../index.ts'

/** Every command that the walks give, with the kinds of events it led to. */
function yielded(): ReadonlyMap<CommandType, ReadonlySet<EventType>> {
  const ran = vi.spyOn(World.prototype, 'run')
  for (const walk of walks) walk()
  const seen = new Map<CommandType, Set<EventType>>()
  for (const [index, [type]] of ran.mock.calls.entries()) {
    const decision = ran.mock.results[index]?.value as Decision
    if (decision.kind === 'accepted')
      seen.set(type, new Set([...(seen.get(type) ?? []), ...decision.events.map((event) => event.type)]))
  }
  ran.mockRestore()
  return seen
}

describe('what a command rests on', () => {
  it('an additive command rests on nothing that others could have changed, and every other one on something', () => {
    for (const type of keysOf(commands)) expect(commands[type].rests.length === 0, type).toBe(commands[type].additive)
  })

  it('two officers who give the same command at once are in conflict, unless it is additive', () => {
    const seen = yielded()
    expect(keysOf(commands).filter((type) => !seen.has(type))).toEqual([])
    for (const [type, events] of seen)
      for (const event of events) {
        const shared = kinds[event].sections.filter((section) => commands[type].rests.includes(section))
        expect(shared.length > 0, `${type} → ${event}`).toBe(!commands[type].additive)
      }
  })

  it('of the events since then only those count that touch it', () => {
    const { events } = walks[0]?.() ?? { events: [] }
    expect(new Set(touching('chooseForms', events).map(({ type }) => type))).toEqual(
      new Set(['ParticipantsFixed', 'FormsChosen']),
    )
    expect(touching('recordTelling', events)).toEqual([])
  })
})
