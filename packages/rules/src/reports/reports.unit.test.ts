import { describe, expect, it } from 'vitest'
import { refusalOf, World } from '../../test/world.ts'

describe('reporting', () => {
  it('P9c: only the report that is meant is answered', () => {
    const world = new World().filed()
    for (const body of ['甲局', '乙局']) world.done('reportToCommissioner', { body, text: '情况' })
    world.done('recordAnswer', { report: 2, result: 'adopted' })
    expect(world.state.reports.map(({ answer }) => answer?.result)).toEqual([undefined, 'adopted'])
  })

  it('P9c: the commissioning body gets a report and answers whether it adopts it, and why not', () => {
    const world = new World().ready()
    const report = { body: '交通运输局', text: '群众同意改线' }
    expect(refusalOf(world.run('reportToCommissioner', report))).toBe('P9c notFiled')
    const filed = new World().filed()
    filed.done('reportToCommissioner', report)
    const answer = (body: object) => refusalOf(filed.run('recordAnswer', { report: 1, ...body }))
    expect(answer({ report: 2, result: 'adopted' })).toBe('P9c reportUnknown')
    expect(answer({ result: 'partly' })).toBe('P9c answerNeedsReason')
    expect(answer({ result: 'declined', reason: '超出预算' })).toBe('accepted')
    expect(answer({ result: 'adopted' })).toBe('P9c reportAnswered')
    expect(filed.state.reports).toMatchObject([{ ...report, answer: { result: 'declined', reason: '超出预算' } }])
  })
})
