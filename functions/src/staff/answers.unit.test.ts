import { placeCodeOf } from '@xieshang/kernel'
import type { ConsultationEvent } from '@xieshang/rules'
import { expect, it } from 'vitest'
import { doneOrProblem, eventView } from './answers.ts'

const stamp = {
  ...{ consultation: 'C1', number: 9, v: 2, at: '2026-03-02T02:00:00.000Z' },
  by: { sub: 'number-of-an-officer', name: '经办人1', role: 'village', division: placeCodeOf('331102001001') },
} as const

it('P6a: papers that were entered anew do not tell by the difference of two events what one envelope said', () => {
  const entered = (yes: number, no: number, returned: string): ConsultationEvent => ({
    ...stamp,
    type: 'PapersEntered',
    data: { round: 2, returned, counts: [{ item: 3, yes, no, abstain: 0 }], pages: [] },
  })
  const [first, second] = [entered(3, 0, '1-3'), entered(3, 1, '1-4')].map(eventView)
  expect(first?.data).toEqual({ round: 2, returned: '1-3', counts: [], pages: [] })
  expect(second?.data).toEqual({ round: 2, returned: '1-4', counts: [], pages: [] })
  expect(JSON.stringify([first, second])).not.toContain(stamp.by.sub)
})

it('S2: an exception that was taken is read with the event, and of one without none is said', () => {
  const event: ConsultationEvent = { ...stamp, type: 'RoundClosing', data: { round: 1 } }
  const exceptions = [{ clause: 'S2', reason: '三户外出' }] as const
  expect(eventView({ ...event, exceptions: [...exceptions] })).toMatchObject({ exceptions })
  expect(eventView(event)).not.toHaveProperty('exceptions')
  expect(eventView({ ...event, exceptions: [] })).not.toHaveProperty('exceptions')
})

it('a refusal tells what the officer did meanwhile, where that is why, and else nothing', () => {
  const refused = (own: readonly ConsultationEvent[]) => () =>
    doneOrProblem(
      { kind: 'refused', refusal: { kind: 'state', clause: 'P6a', code: 'roundOpen' }, version: 9, own },
      stamp.by,
    )
  const own: ConsultationEvent = { ...stamp, type: 'RoundClosing', data: { round: 1 } }
  const told = (extra: object) => expect.objectContaining({ extra: expect.objectContaining(extra) })
  expect(refused([own])).toThrow(told({ version: 9, changes: [expect.objectContaining({ number: 9, own: true })] }))
  expect(refused([])).toThrow(told({ version: 9 }))
  expect(refused([])).not.toThrow(told({ changes: expect.anything() }))
})
