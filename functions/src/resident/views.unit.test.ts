import { placesFrom } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import { World } from '../../../packages/rules/test/world.ts'
import { publicView } from './views.ts'

const shown = (world: World) =>
  publicView(world.state, { answered: { opinions: [] }, follows: undefined, takenUpBy: [], places: placesFrom([]) })

describe('what everybody may read', () => {
  it('P1b: names the bodies that proposed a topic, and no resident who did', () => {
    const world = new World()
    world.propose({
      publicInterest: false,
      proposers: [
        { kind: 'residents', name: '李四、王五' },
        { kind: 'other', name: '赵六' },
        { kind: 'ownersCommittee', name: '幸福里业主委员会' },
      ],
    })
    world.done('registerTopic', { party: '书记', committee: '主任' })
    const view = shown(world)
    expect(view.proposers).toEqual([
      { kind: 'residents' },
      { kind: 'other' },
      { kind: 'ownersCommittee', name: '幸福里业主委员会' },
    ])
    expect(JSON.stringify(view)).not.toMatch(/李四|王五|赵六/)
    expect(view.villages).toMatchObject([{ code: world.state.division }])
  })

  it('P8: says of an outcome how many were on the list, and how many came', () => {
    const world = new World().published()
    expect(shown(world).outcome?.attendance).toEqual({ listed: 6, attended: 6 })
  })
})
