import { openQuarterSchema, text } from '@xieshang/rules'
import { sharedEntrySchema } from '@xieshang/rules/registers'
import * as z from 'zod'
import { type AnyOperation, operation } from '../operation.ts'
import { kindParam, publicEntrySchema } from '../schemas/affairs.ts'
import { cursor, divisionParam } from '../schemas/common.ts'

export const listPublicEntries = operation({
  id: 'listPublicEntries',
  method: 'get',
  path: '/public/affairs/{kind}',
  summary: text('公开的登记', 'What everybody may read of a kind'),
  clause: 'G2',
  verb: 'open',
  params: z.object({ kind: kindParam }),
  query: z.object({ division: divisionParam.optional(), cursor }),
  answer: { schema: z.object({ entries: z.array(publicEntrySchema), cursor: z.string().optional() }) },
})

export const getOpenData = operation({
  id: 'getOpenData',
  method: 'get',
  path: '/public/open-data',
  summary: text('开放数据', 'Open data for research'),
  clause: 'G11',
  verb: 'open',
  answer: {
    schema: z.object({
      county: z.string(),
      names: z.record(z.string(), z.string()),
      quarters: z.array(openQuarterSchema),
    }),
  },
})

export const getOpenDataCsv = operation({
  id: 'getOpenDataCsv',
  method: 'get',
  path: '/public/open-data.csv',
  summary: text('开放数据（CSV）', 'Open data as CSV'),
  clause: 'G11',
  verb: 'open',
  answer: { file: 'text/csv; charset=utf-8' },
})

export const publicAffairsOperations: readonly AnyOperation[] = [listPublicEntries, getOpenData, getOpenDataCsv]

/** The city's part: what its counties share, newest first. */
export const listShared = operation({
  id: 'listShared',
  method: 'get',
  path: '/shared/{kind}',
  summary: text('全市共享', 'What the counties share with the city'),
  clause: 'G9',
  verb: 'look',
  params: z.object({ kind: kindParam }),
  query: z.object({ cursor }),
  answer: {
    schema: z.object({
      entries: z.array(
        sharedEntrySchema.extend({
          countyName: z.string(),
          divisionName: z.string(),
          /** What the reader may do on it now. */
          open: z.array(z.string()),
        }),
      ),
      cursor: z.string().optional(),
    }),
  },
})
