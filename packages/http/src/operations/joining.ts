import { decideApplicationSchema, identifier, templateSchema, text } from '@xieshang/rules'
import * as z from 'zod'
import { operation } from '../operation.ts'
import { consultationId, cursor, villageParam } from '../schemas/common.ts'
import { applicationsSchema, appliedSchema, applySchema, keptTemplateSchema } from '../schemas/joining.ts'

const params = z.object({ id: consultationId })

export const apply = operation({
  id: 'apply',
  method: 'post',
  path: '/public/consultations/{id}/applications',
  summary: text('报名参加', 'Apply to take part'),
  clause: 'S4',
  verb: 'open',
  params,
  body: applySchema,
  answer: { schema: appliedSchema },
  status: 201,
  idempotent: true,
})

export const getApplied = operation({
  id: 'getApplied',
  method: 'get',
  path: '/public/consultations/{id}/applications/{token}',
  summary: text('我的报名', 'What became of an application'),
  clause: 'S4',
  verb: 'open',
  params: z.object({ id: consultationId, token: identifier(200) }),
  answer: { schema: appliedSchema },
})

export const getApplications = operation({
  id: 'getApplications',
  method: 'get',
  path: '/consultations/{id}/applications',
  summary: text('报名参加的居民', 'Who applied to take part, oldest first'),
  clause: 'S4',
  verb: 'read',
  params,
  query: z.object({
    which: z.enum(['waiting', 'decided']).default('waiting'),
    cursor,
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: { schema: applicationsSchema },
})

export const decideApplication = operation({
  id: 'decideApplication',
  method: 'post',
  path: '/consultations/{id}/decide-application',
  summary: text('接纳或不接纳报名', 'Admit or decline, one or many; answers with those that were decided'),
  clause: 'S4',
  verb: 'conduct',
  params,
  body: decideApplicationSchema,
  answer: { schema: applicationsSchema },
  idempotent: true,
})

export const getTemplate = operation({
  id: 'getTemplate',
  method: 'get',
  path: '/villages/{village}/template',
  summary: text('名单模板', "The village's template of lists"),
  clause: 'S3',
  verb: 'read',
  params: z.object({ village: villageParam }),
  answer: { schema: keptTemplateSchema },
})

export const putTemplate = operation({
  id: 'putTemplate',
  method: 'put',
  path: '/villages/{village}/template',
  summary: text('保存名单模板', 'Keep a template'),
  clause: 'S3',
  verb: 'conduct',
  params: z.object({ village: villageParam }),
  body: templateSchema,
  answer: { schema: keptTemplateSchema },
})
