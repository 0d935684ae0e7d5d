import { text } from '@xieshang/rules'
import * as z from 'zod'
import { type AnyOperation, operation } from '../operation.ts'
import { consultationId, cursor, divisionParam } from '../schemas/common.ts'
import { dutyPageSchema, dutySchema } from '../schemas/duties.ts'

export const listDuties = operation({
  id: 'listDuties',
  method: 'get',
  path: '/duties',
  summary: text('待办：本地及下级，逾期在前', 'What is to be done at a place and below it, the overdue first'),
  clause: 'G3',
  verb: 'read',
  query: z.object({
    division: divisionParam.optional(),
    cursor,
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: { schema: dutyPageSchema },
})

export const getDuties = operation({
  id: 'getDuties',
  method: 'get',
  path: '/consultations/{id}/duties',
  summary: text('一次协商的各项时限', 'The duties of a consultation, those done among them'),
  clause: 'G3',
  verb: 'read',
  params: z.object({ id: consultationId }),
  answer: { schema: z.object({ today: z.string(), duties: z.array(dutySchema) }) },
})

export const dutyOperations: readonly AnyOperation[] = [listDuties, getDuties]
