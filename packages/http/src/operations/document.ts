import { text } from '@xieshang/rules'
import * as z from 'zod'
import { operation } from '../operation.ts'

export const openApiOperation = operation({
  id: 'openapi',
  method: 'get',
  path: '/openapi.json',
  summary: text('接口说明', "The API's description"),
  verb: 'open',
  answer: { schema: z.record(z.string(), z.unknown()) },
})
