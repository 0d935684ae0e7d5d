import { expect, it } from 'vitest'
import { summarySchema } from '../index.ts'

it('U3: a summary from a county that does not know an indicator yet has nothing of it', () => {
  const summary = {
    ...{ v: 1, consultation: 'C1', tenant: '331102', division: '331102001001', title: '一', step: 'filed' },
    ...{ updatedAt: '2026-03-01T08:00:00.000Z', version: 1, figures: { consultations: 1 } },
  }
  expect(summarySchema.parse(summary).figures).toMatchObject({ consultations: 1, tasks: 0, closed: 0 })
})
