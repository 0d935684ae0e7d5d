import { openQuarterSchema, quarterPattern, text } from '@xieshang/rules'
import * as z from 'zod'
import { operation } from '../operation.ts'
import { councilReportSchema, ledgerSchema, reviewReportSchema } from '../schemas/affairs.ts'
import { divisionParam } from '../schemas/common.ts'

const year = z.coerce.number().int().min(2000).max(2100)

export const getCouncils = operation({
  id: 'getCouncils',
  method: 'get',
  path: '/reports/councils/{division}',
  summary: text('民主议事会按季召开情况', 'Councils held, due and overdue by quarter'),
  clause: 'F2',
  verb: 'read',
  params: z.object({ division: divisionParam }),
  query: z.object({ year }),
  answer: { schema: councilReportSchema },
})

export const getLedger = operation({
  id: 'getLedger',
  method: 'get',
  path: '/reports/subsidies/{division}',
  summary: text('误工补贴台账', 'The ledger of subsidies, in fen'),
  clause: 'G7',
  verb: 'read',
  params: z.object({ division: divisionParam }),
  query: z.object({ year }),
  answer: { schema: ledgerSchema },
})

export const getReviews = operation({
  id: 'getReviews',
  method: 'get',
  path: '/reports/reviews/{division}',
  summary: text('评议结果', 'Results of reviews by village, work and consultation'),
  clause: 'F4',
  verb: 'read',
  params: z.object({ division: divisionParam }),
  query: z.object({ year, from: z.coerce.number().int().min(0).max(10_000_000).default(0) }),
  answer: { schema: reviewReportSchema },
})

export const publishOpenData = operation({
  id: 'publishOpenData',
  method: 'post',
  path: '/reports/open-data',
  summary: text('发布一个季度的开放数据', 'Publish the open data of a quarter'),
  clause: 'G11',
  verb: 'administer',
  body: z.strictObject({ quarter: z.string().regex(quarterPattern) }),
  answer: { schema: openQuarterSchema },
  status: 201,
  idempotent: true,
})
