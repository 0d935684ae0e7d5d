import { text } from '@xieshang/rules'
import * as z from 'zod'
import { operation } from '../operation.ts'
import { chainHeadsSchema, overdueSchema, rewrittenSchema } from '../schemas/city.ts'
import { consultationId, countyParam, cursor, divisionParam } from '../schemas/common.ts'

export const getOverdue = operation({
  id: 'getOverdue',
  method: 'get',
  path: '/overdue/{division}',
  summary: text('一地逾期事项', 'What is overdue in a place'),
  clause: 'G3',
  verb: 'watch',
  params: z.object({ division: divisionParam }),
  query: z.object({ from: z.coerce.number().int().min(0).max(100_000).default(0) }),
  answer: { schema: overdueSchema },
})

export const getRewritten = operation({
  id: 'getRewritten',
  method: 'get',
  path: '/rewritten',
  summary: text('与先前所报不一致的过程存证', 'Courses that a county rewrote'),
  clause: 'E4',
  verb: 'overseeCounties',
  answer: { schema: rewrittenSchema },
})

export const getChainHeads = operation({
  id: 'getChainHeads',
  method: 'get',
  path: '/chains/{county}/{consultation}',
  summary: text('一次协商的校验码', 'What the chain of a consultation came to, as the city heard it'),
  clause: 'E4',
  verb: 'overseeCounties',
  params: z.object({ county: countyParam, consultation: consultationId }),
  query: z.object({ cursor }),
  answer: { schema: chainHeadsSchema },
})
