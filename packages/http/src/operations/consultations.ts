import { prose, text } from '@xieshang/rules'
import { proposeTopicSchema } from '@xieshang/rules/deciding'
import * as z from 'zod'
import { operation } from '../operation.ts'
import { consultationId, cursor, divisionParam } from '../schemas/common.ts'
import { consultationViewSchema } from '../schemas/consultation.ts'
import { cardPageSchema } from '../schemas/lists.ts'

export const params = z.object({ id: consultationId })

export const listConsultations = operation({
  id: 'listConsultations',
  method: 'get',
  path: '/consultations',
  summary: text('协商列表', 'Consultations of a place'),
  verb: 'read',
  query: z.object({
    division: divisionParam.optional(),
    /** Words, each of which the title, the matter or the summary holds. */
    q: prose(100).default(''),
    cursor,
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: { schema: cardPageSchema },
})

export const searchArchive = operation({
  id: 'searchArchive',
  method: 'get',
  path: '/divisions/{code}/archive',
  summary: text('成果档案', 'Closed consultations of a place, searched'),
  clause: 'P11b',
  verb: 'read',
  params: z.object({ code: divisionParam }),
  query: z.object({
    /** Words, each of which the title, the matter or the summary holds. */
    q: prose(100).default(''),
    models: z.enum(['true', 'false']).default('false'),
    cursor,
  }),
  answer: { schema: cardPageSchema },
})

export const proposeTopic = operation({
  id: 'proposeTopic',
  method: 'post',
  path: '/consultations',
  summary: text('提出议题', 'Propose a topic'),
  clause: 'P1a',
  verb: 'conduct',
  body: proposeTopicSchema,
  answer: { schema: consultationViewSchema },
  status: 201,
  idempotent: true,
})

export const getConsultation = operation({
  id: 'getConsultation',
  method: 'get',
  path: '/consultations/{id}',
  summary: text('一次协商', 'A consultation'),
  verb: 'read',
  params,
  answer: { schema: consultationViewSchema },
})
