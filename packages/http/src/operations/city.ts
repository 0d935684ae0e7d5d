import { rolesWith, type Verb } from '@xieshang/kernel'
import { entryActsOf, entryKinds, schemaOf, text } from '@xieshang/rules'
import * as z from 'zod'
import { type AnyOperation, type Operation, operation } from '../operation.ts'
import { entryId } from '../schemas/affairs.ts'
import {
  chainHeadsSchema,
  dashboardSchema,
  figureDetailSchema,
  indicatorParam,
  overdueSchema,
  rewrittenSchema,
} from '../schemas/city.ts'
import { consultationId, cursor, divisionParam } from '../schemas/common.ts'
import { me } from './places.ts'
import { listShared } from './publicAffairs.ts'

export { listShared, me }

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
  params: z.object({ county: z.string().regex(/^\d{6}$/), consultation: consultationId }),
  query: z.object({ cursor }),
  answer: { schema: chainHeadsSchema },
})

const note = entryKinds.supervisionNote
const taken = z.object({ note: z.string() })

/** The county is told at once and writes it down itself: until then the note is on its way. */
export const sendNote = operation({
  id: 'sendNote',
  method: 'post',
  path: '/notes',
  summary: text('市级发出督办', 'A supervision note of the city'),
  clause: 'G3',
  verb: 'overseeCounties',
  body: z.strictObject({ division: z.string().regex(/^(\d{6}|\d{9}|\d{12})$/), fields: schemaOf(note.fields) }),
  answer: { schema: taken },
  status: 202,
  idempotent: true,
})

const noteParams = z.object({ county: z.string().regex(/^\d{6}$/), id: entryId })
type NoteActOperation = Operation<typeof noteParams, z.ZodUndefined, z.ZodType, { schema: typeof taken }, Verb>

/** What the city may do on its own notes: send back, close, annul. */
export const noteActOperations = Object.entries(entryActsOf(note))
  .filter(([, { verb }]) => rolesWith(verb).includes('city'))
  .map(([act, spec]): { act: string; operation: NoteActOperation } => ({
    act,
    operation: {
      id: `${act}Note`,
      method: 'post',
      path: `/notes/{county}/{id}/${act}`,
      summary: spec.label,
      clause: 'G3',
      verb: 'overseeCounties',
      params: noteParams,
      body: schemaOf(spec.fields),
      answer: { schema: taken },
      status: 202,
      idempotent: true,
    },
  }))

export const cityOperations: readonly AnyOperation[] = [
  me,
  getDashboard,
  getPlaceDashboard,
  getFigure,
  listShared,
  getOverdue,
  getRewritten,
  getChainHeads,
  sendNote,
  ...noteActOperations.map(({ operation: one }) => one),
]
