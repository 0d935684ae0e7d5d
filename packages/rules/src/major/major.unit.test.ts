import { describe, expect, it } from 'vitest'
import { refusalOf, World } from '../../test/world.ts'
import { openDuties } from '../deciding.ts'
import { defaultMajorSteps } from '../index.ts'

const task = { title: '翻修屋顶', kind: 'own', responsible: '村委会', dueOn: '2026-04-01', items: [1] }

describe('major matters', () => {
  const quorate = { members: 30, attended: 20, yes: 11 }
  const through = (world: World, until = defaultMajorSteps.length) => {
    for (const step of defaultMajorSteps.slice(0, until))
      world.done('recordMajorStep', {
        step: step.id,
        heldOn: '2026-03-01',
        ...(step.quorum !== undefined && { vote: quorate }),
      })
    return world
  }
  const major = () => {
    const world = new World().filed()
    world.done('markMajor', { reason: '涉及集体资产' })
    return world
  }

  it('P12: a major matter is not carried out before five deliberations and the publication of the resolution', () => {
    for (let done = 0; done <= defaultMajorSteps.length; done++)
      expect(refusalOf(through(major(), done).run('addTask', task)), String(done)).toBe(
        done < 6 ? 'P12 majorNotThrough' : 'accepted',
      )
  })

  it('P12: what law gives to the assembly is major by the catalogue', () => {
    const world = new World()
    world.propose({ matter: 'M2.4' })
    expect(refusalOf(world.run('markMajor', { reason: '是' }))).toBe('P12 alreadyMajor')
    expect(openDuties(world.state, world).map(({ clause }) => clause)).toContain('P12')
    expect(
      openDuties(new World().listed().state, { now: '2026-03-01T08:00:00.000Z' }).map(({ clause }) => clause),
    ).not.toContain('P12')
  })

  it('P12: the steps come in order, each with the vote it needs', () => {
    const world = major()
    const step = (body: object) => refusalOf(world.run('recordMajorStep', { heldOn: '2026-03-01', ...body }))
    expect(step({ step: 'proposal' })).toBe('P12 majorOrder')
    expect(step({ step: 'suggestion', heldOn: '2026-03-02' })).toBe('P12 heldInFuture')
    expect(step({ step: 'suggestion', vote: quorate })).toBe('P12 majorWithoutVote')
    through(world, 3)
    const meeting = (vote?: object) => step({ step: 'partyMeeting', ...(vote !== undefined && { vote }) })
    expect(meeting()).toBe('P12 majorVoteMissing')
    expect(meeting({ ...quorate, attended: 31 })).toBe('P12 moreThanMembers')
    expect(meeting({ ...quorate, yes: 21 })).toBe('P12 moreThanAttended')
    expect(meeting({ ...quorate, attended: 19 })).toBe('P12 noQuorum')
    expect(meeting({ ...quorate, yes: 10 })).toBe('accepted')
    expect(world.state.majorRecords.at(-1)?.vote?.passed).toBe(false)
    expect(step({ step: 'assembly', vote: quorate })).toBe('P12 majorOrder')
    expect(meeting(quorate)).toBe('accepted')
    expect(step({ step: 'assembly', vote: quorate })).toBe('accepted')
    expect(step({ step: 'resultPublished' })).toBe('accepted')
    expect(world.state.majorRecords.at(-1)?.until).toBe('2026-03-04')
    expect(step({ step: 'carryingOutPublished' })).toBe('accepted')
    expect(step({ step: 'carryingOutPublished' })).toBe('P12 majorDone')
  })

  it('P12: it is marked before it is carried out, and only what is major goes this way', () => {
    const world = new World().filed()
    expect(refusalOf(world.run('recordMajorStep', { step: 'suggestion', heldOn: '2026-03-01' }))).toBe('P12 notMajor')
    world.done('addTask', task)
    expect(refusalOf(world.run('markMajor', { reason: '晚' }))).toBe('P12 carryingOut')
    const early = new World().ready()
    early.done('markMajor', { reason: '早' })
    expect(refusalOf(early.run('recordMajorStep', { step: 'suggestion', heldOn: '2026-03-01' }))).toBe('P12 notFiled')
    expect(refusalOf(early.run('markMajor', { reason: '又' }))).toBe('P12 alreadyMajor')
  })

  it('P12: a county’s own list is the one that holds', () => {
    const { version, ...rest } = new World().parameters
    const [, proposal, ...others] = defaultMajorSteps
    const steps = proposal === undefined ? [] : [proposal, ...others]
    const world = new World({ version, ...rest, majorSteps: steps }).filed()
    world.done('markMajor', { reason: '按本县清单' })
    expect(refusalOf(world.run('recordMajorStep', { step: 'suggestion', heldOn: '2026-03-01' }))).toBe('P12 majorOrder')
    expect(refusalOf(world.run('recordMajorStep', { step: 'proposal', heldOn: '2026-03-01' }))).toBe('accepted')
  })
})
