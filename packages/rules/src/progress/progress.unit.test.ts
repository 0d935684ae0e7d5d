import type { Actor } from '@xieshang/kernel'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { anySequence } from '../../test/any.ts'
import { walks } from '../../test/walks.ts'
import { noticeAt, officer, secondOfficer, supervisor, system, township, World } from '../../test/world.ts'
import { commands, decide, progressOf } from '../deciding.ts'
import { type Command, type Consultation, fold, keysOf } from '../index.ts'
import { specs } from './progress.ts'

/** After every publication of the walks. */
const now = '2027-01-01T00:00:00.000Z'

type Given = { readonly before: Consultation; readonly command: Command; readonly actor: Actor }

/** Every command that the walks give, with where the consultation stood before it. */
function givenInWalks(): Given[] {
  const given: Given[] = []
  const { run } = World.prototype
  const spy = vi.spyOn(World.prototype, 'run').mockImplementation(function (this: World, type, body, actor) {
    const who = actor ?? this.officer
    const command = { type, body: commands[type].schema.parse(body) } as Command
    given.push({ before: this.state, command, actor: who })
    return run.call(this, type, body, who)
  })
  for (const walk of walks) walk()
  spy.mockRestore()
  return given
}

const given = givenInWalks()

/** Every state that the walks come through. */
const states = walks.flatMap((walk) => {
  const { events } = walk()
  return events.flatMap((_, index) => fold(events.slice(0, index + 1)) ?? [])
})

const actors = [officer, secondOfficer, township, { ...supervisor, division: township.division }, supervisor, system]

/** Whether some body of the walks for one of these commands is not refused for its order, whoever gives it. */
function canBeDone(state: Consultation, types: readonly string[]): boolean {
  const { listed = 0 } = state.list ?? {}
  const { ballots, people } = new World()
  return given
    .filter(({ command }) => types.includes(command.type))
    .flatMap(({ command }) => actors.map((actor) => ({ command, actor })))
    .some(({ command, actor }) => {
      const decision = decide(state, command, {
        ...{ now, actor, parameters: state.parameters, people, pages: [], seal: 'key' },
        ...{ ballots, ballotSeats: [], papers: [], photoExists: true, opinionExists: true },
        seats: Array.from({ length: listed }, (_, index) => ({ seat: index + 1, told: true })),
      })
      return decision.kind === 'accepted' || decision.refusal.kind === 'rule'
    })
}

const nextOf = (state: Consultation, who: Actor = officer) => progressOf(state, who, { now }).next

describe('where a consultation stands', () => {
  it('what is open and not done can be done', () => {
    const stuck = states.flatMap((state) =>
      progressOf(state, supervisor, { now })
        .stages.filter(({ open, done, stage }) => open && !done && !canBeDone(state, specs[stage].commands))
        .map(({ stage }) => `${stage} at event ${state.version}, ${state.step}`),
    )
    expect(stuck).toEqual([])
  })

  it('what was done did not wait', () => {
    for (const { before, command, actor } of given) {
      const stage = keysOf(specs).find((name) => specs[name].commands.some((type) => type === command.type))
      const standing = progressOf(before, actor, { now }).stages.find((one) => one.stage === stage)
      expect([command.type, standing?.waits]).toEqual([command.type, undefined])
    }
  })

  it('what comes next can be done, in a stage that is open, until there is nothing left', () => {
    for (const state of states) {
      const { stages, next } = progressOf(state, officer, { now })
      expect(next === undefined).toBe(state.closed !== undefined)
      if (next === undefined) continue
      expect([state.version, stages.find(({ stage }) => stage === next.stage)]).toMatchObject([
        state.version,
        { open: true },
      ])
      const types: readonly string[] = next.act in commands ? [next.act] : specs[next.stage].commands
      expect([state.version, next.act, canBeDone(state, types)]).toEqual([state.version, next.act, true])
    }
  })

  it('holds whatever is commanded', () => {
    const runs = fc.property(anySequence, ([begin, commandsGiven]) => {
      const world = begin()
      for (const { type, body, actor } of commandsGiven) {
        world.run(type, body, actor)
        const { stages, next } = progressOf(world.state, officer, world)
        if (next !== undefined) expect(stages.find(({ stage }) => stage === next.stage)?.open).toBe(true)
        else expect(world.state.closed).toBeDefined()
      }
    })
    fc.assert(runs, { numRuns: 300 })
  }, 60_000)
})

describe('why nothing can be done yet', () => {
  const waitsOf = (world: World, stage: string, who: Actor = officer) =>
    progressOf(world.state, who, world).stages.find((one) => one.stage === stage)?.waits?.code

  it('P1b: names what must come before', () => {
    const world = new World()
    world.propose()
    expect(waitsOf(world, 'participants')).toBe('notRegistered')
    expect(waitsOf(world, 'notice')).toBe('notListed')
    expect(waitsOf(world, 'voting')).toBe('noNotice')
  })

  it('P10a: or that others do it', () => {
    expect(waitsOf(new World().published(), 'record', supervisor)).toBe('roleMayNot')
    expect(waitsOf(new World().published(), 'supervision', supervisor)).toBeUndefined()
  })
})

describe('what comes next', () => {
  it('P4: is the form, while none is chosen and no session can begin', () => {
    const world = new World().notified()
    expect(nextOf(world.state)).toEqual({ act: 'chooseForms', stage: 'forms' })
    expect(progressOf(world.state, officer, world).stages.find(({ stage }) => stage === 'session')?.open).toBe(false)
  })

  it('P7: is the end of the session, before the record is filed', () => {
    const world = new World().ready().sitting(6)
    world.hands([{ item: 1, yes: 6, no: 0, abstain: 0 }])
    expect(nextOf(world.state)).toEqual({ act: 'closeSession', stage: 'session' })
    world.done('closeSession', { session: 1 })
    expect(nextOf(world.state)).toEqual({ act: 'fileRecord', stage: 'record' })
  })

  it('P5a: is the end of a session that was begun again when everything was decided', () => {
    const world = new World().ready().sitting(6)
    world.hands([{ item: 1, yes: 6, no: 0, abstain: 0 }])
    world.done('closeSession', { session: 1 })
    world.sitting(6)
    expect(nextOf(world.state)).toEqual({ act: 'closeSession', stage: 'session' })
    world.done('closeSession', { session: 2 })
    expect(nextOf(world.state)).toEqual({ act: 'fileRecord', stage: 'record' })
  })

  it('P3b, P6a: is the vote, though the notice was issued again while people sat', () => {
    const world = new World().ready().sitting(6)
    world.done('issueNotice', noticeAt(world.now))
    expect(nextOf(world.state)).toEqual({ act: 'openRound', stage: 'voting' })
  })

  it('P7: is the answer of a body, where nothing else is owed', () => {
    const world = new World().filed(1, [1])
    world.done('publishOutcome', { channels: ['website'], text: '公示' })
    expect(nextOf(world.state)).toMatchObject({ act: 'owed', stage: 'record' })
    expect(progressOf(world.state, officer, world).stages.find(({ stage }) => stage === 'record')?.open).toBe(true)
  })

  it('P9d: is the vote of the assembly, while all that is open is with it', () => {
    const world = new World().ready(6, 2).sitting(6)
    world.hands([{ item: 1, yes: 6, no: 0, abstain: 0 }])
    world.done('escalate', { to: 'representatives', items: [2], reason: '争议' })
    expect(nextOf(world.state)).toEqual({ act: 'recordAssembly', stage: 'assembly' })
  })

  it('P9a, P11b: is the closing, where nothing passed that could be carried out', () => {
    const world = new World().filed(1, [1])
    world.done('answerFiling', { body: 0, result: 'acknowledged' }, township)
    world.done('publishOutcome', { channels: ['website'], text: '公示' })
    expect(nextOf(world.state)).toMatchObject({ act: 'owed', stage: 'supervision' })
    world.settled()
    expect(nextOf(world.state)).toEqual({ act: 'closeCase', stage: 'closing' })
  })

  it('P9g: is for the township to settle what it stopped, and for the village to wait', () => {
    const world = new World().published()
    world.done('suspendOutcome', { ground: '某法', text: '先停' }, township)
    expect(nextOf(world.state, officer)?.act).toBe('waitForTownship')
    expect(nextOf(world.state, township)?.act).toBe('settleSuspension')
  })

  it('P8, P9g: is its publication, where the township corrected it in the archive', () => {
    const world = new World().published().archived()
    expect(nextOf(world.state)).toBeUndefined()
    world.on(9).done('correctOutcome', { ground: '某法', text: '更正' }, township)
    expect(nextOf(world.state)).toEqual({ act: 'publishOutcome', stage: 'publication' })
  })
})
