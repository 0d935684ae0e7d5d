import type { ConsultationEvent } from '@xieshang/rules'
import { expect, it } from 'vitest'
import { eventView } from './answers.ts'

const stamp = {
  ...{ consultation: 'C1', number: 9, v: 2, at: '2026-03-02T02:00:00.000Z' },
  by: { sub: 'number-of-an-officer', name: '经办人1', role: 'village', division: '331102001001' },
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
