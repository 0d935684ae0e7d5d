import { text } from '@xieshang/rules'
import * as z from 'zod'
import { operation } from '../operation.ts'
import { dashboardSchema, figureDetailSchema, indicatorParam } from '../schemas/city.ts'
import { cursor, divisionParam } from '../schemas/common.ts'

export const getDashboard = operation({
  id: 'getDashboard',
  method: 'get',
  path: '/dashboard',
  summary: text('全市看板', "The city's dashboard"),
  clause: 'U3',
  verb: 'watch',
  answer: { schema: dashboardSchema },
})

export const getPlaceDashboard = operation({
  id: 'getPlaceDashboard',
  method: 'get',
  path: '/dashboard/{division}',
  summary: text('一地看板', 'The dashboard of a place'),
  clause: 'U3',
  verb: 'watch',
  params: z.object({ division: divisionParam }),
  answer: { schema: dashboardSchema },
})

export const getFigure = operation({
  id: 'getFigure',
  method: 'get',
  path: '/figures/{division}/{indicator}',
  summary: text('一个数字背后的协商', 'The consultations behind a figure'),
  clause: 'U3',
  verb: 'watch',
  params: z.object({ division: divisionParam, indicator: indicatorParam }),
  query: z.object({ cursor }),
  answer: { schema: figureDetailSchema },
})
