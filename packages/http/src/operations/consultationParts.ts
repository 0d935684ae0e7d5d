import { text } from '@xieshang/rules'
import * as z from 'zod'
import { operation } from '../operation.ts'
import { chainPart, chainType } from '../schemas/chain.ts'
import { cursor, seatSetSchema } from '../schemas/common.ts'
import { recordPageSchema } from '../schemas/record.ts'
import { dissentsSchema, eventSchema, opinionSchema } from '../schemas/said.ts'
import { seatsSchema, turnoutSchema } from '../schemas/seats.ts'
import { params } from './consultations.ts'

export const getSeats = operation({
  id: 'getSeats',
  method: 'get',
  path: '/consultations/{id}/seats',
  summary: text('席位', 'The seats and who was told'),
  clause: 'S2',
  verb: 'read',
  params,
  query: z.object({
    cursor,
    limit: z.coerce.number().int().min(1).max(500).default(200),
    /** Only these of the list. */
    of: seatSetSchema.optional(),
  }),
  answer: { schema: seatsSchema },
})

export const getTurnout = operation({
  id: 'getTurnout',
  method: 'get',
  path: '/consultations/{id}/turnout',
  summary: text('网上投票人数', 'How many have voted online'),
  clause: 'P6a',
  verb: 'read',
  params,
  answer: { schema: turnoutSchema },
})

export const getDissents = operation({
  id: 'getDissents',
  method: 'get',
  path: '/consultations/{id}/dissents',
  summary: text('不同意见', 'The opposing opinions'),
  clause: 'P9f',
  verb: 'read',
  params,
  query: z.object({ cursor }),
  answer: { schema: dissentsSchema },
})

export const getOpinions = operation({
  id: 'getOpinions',
  method: 'get',
  path: '/consultations/{id}/opinions',
  summary: text('征集的意见、落实情况反馈', 'The opinions or the feedback collected, newest first'),
  clause: 'P3b',
  verb: 'read',
  params,
  query: z.object({
    kind: z.enum(['opinion', 'feedback']).default('opinion'),
    cursor,
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: { schema: z.object({ opinions: z.array(opinionSchema), cursor: z.string().optional() }) },
})

export const getEvents = operation({
  id: 'getEvents',
  method: 'get',
  path: '/consultations/{id}/events',
  summary: text('全部过程', 'Everything that happened, the last first'),
  clause: 'P7',
  verb: 'read',
  params,
  query: z.object({ cursor, limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: { schema: z.object({ events: z.array(eventSchema), cursor: z.string().optional() }) },
})

export const getRecord = operation({
  id: 'getRecord',
  method: 'get',
  path: '/consultations/{id}/record.docx',
  summary: text('协商记录（Word 文档）', 'The record as a Word document'),
  clause: 'P7',
  verb: 'read',
  params,
  answer: { file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
})

export const getChain = operation({
  id: 'getChain',
  method: 'get',
  path: '/consultations/{id}/chain.ndjson',
  summary: text('过程存证（含内容）', 'The chained course of it, with its values'),
  clause: 'E4',
  verb: 'read',
  params,
  query: chainPart,
  answer: { file: chainType },
})

export const getRecordPage = operation({
  id: 'getRecordPage',
  method: 'get',
  path: '/consultations/{id}/record',
  summary: text('协商记录（网页）', 'The record as a page'),
  clause: 'P7',
  verb: 'read',
  params,
  answer: { schema: recordPageSchema },
})
