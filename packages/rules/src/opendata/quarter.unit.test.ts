import { describe, expect, it } from 'vitest'
import { checkRefusal } from '../../test/shapes.ts'
import { World } from '../../test/world.ts'
import { countedFactsOf, mayPublishQuarter } from '../index.ts'

const now = '2026-03-10T04:00:00.000Z'

describe('open data', () => {
  it('G11: a quarter that is not over is named', () => {
    const refusal = mayPublishQuarter('2026Q2', now)
    if (refusal === undefined) throw new Error('It is not over')
    checkRefusal(refusal)
    expect(refusal).toMatchObject({ code: 'quarterNotOver', field: 'quarter', params: { quarter: '2026Q2' } })
  })

  it('G11: counts what passed and what did not', () => {
    const world = new World().filed(3, [2])
    world.done('publishOutcome', { channels: ['website'], text: '公示' })
    expect(countedFactsOf(world.state)).toMatchObject({
      quarter: '2026Q1',
      facts: { relation: 'M5', items: 3, passed: 2, participants: 6, attendances: 6 },
    })
  })
})
