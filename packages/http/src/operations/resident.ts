import { castBallotSchema, identifier, text } from '@xieshang/rules'
import * as z from 'zod'
import { type AnyOperation, operation } from '../operation.ts'
import { chainPart, chainType } from '../schemas/chain.ts'
import { consultationId, cursor, divisionParam } from '../schemas/common.ts'
import {
  ballotReceiptSchema,
  feedbackPageSchema,
  linkViewSchema,
  opinionInputSchema,
  publicConsultationSchema,
  publicListSchema,
  replySchema,
} from '../schemas/resident.ts'
import { screenSchema } from '../schemas/screen.ts'
import { publicCatalogueSchema } from '../schemas/settings.ts'
import { apply, getApplied } from './joining.ts'

export { apply, getApplied }

const link = z.object({ token: identifier(200) })

export const openLink = operation({
  id: 'openLink',
  method: 'get',
  path: '/links/{token}',
  summary: text('打开个人链接', 'Open a personal link'),
  clause: 'U2',
  verb: 'open',
  params: link,
  answer: { schema: linkViewSchema },
})

export const reply = operation({
  id: 'reply',
  method: 'put',
  path: '/links/{token}/reply',
  summary: text('是否到会', 'Say whether one will come'),
  clause: 'P3a',
  verb: 'open',
  params: link,
  body: replySchema,
  answer: { schema: linkViewSchema },
})

export const leaveOpinion = operation({
  id: 'leaveOpinion',
  method: 'post',
  path: '/links/{token}/opinions',
  summary: text('留下意见', 'Leave an opinion'),
  clause: 'P3b',
  verb: 'open',
  params: link,
  body: opinionInputSchema,
  answer: { schema: linkViewSchema },
  status: 201,
  idempotent: true,
})

export const leaveFeedback = operation({
  id: 'leaveFeedback',
  method: 'post',
  path: '/links/{token}/feedback',
  summary: text('落实情况反馈', 'Say how the outcome is carried out'),
  clause: 'P11a',
  verb: 'open',
  params: link,
  body: opinionInputSchema,
  answer: { schema: linkViewSchema },
  status: 201,
  idempotent: true,
})

export const castBallot = operation({
  id: 'castBallot',
  method: 'post',
  path: '/links/{token}/ballot',
  summary: text('投票', 'Cast a ballot'),
  clause: 'P6a',
  verb: 'open',
  params: link,
  body: castBallotSchema,
  answer: { schema: ballotReceiptSchema },
  status: 201,
  also: { 200: text('此前已收到一张选票', 'A ballot was received before') },
  idempotent: true,
})

export const listPublic = operation({
  id: 'listPublic',
  method: 'get',
  path: '/public/consultations',
  summary: text('公开的协商', 'Consultations open to everybody'),
  clause: 'P8',
  verb: 'open',
  query: z.object({ division: divisionParam.optional(), cursor }),
  answer: { schema: publicListSchema },
})

export const getPublic = operation({
  id: 'getPublic',
  method: 'get',
  path: '/public/consultations/{id}',
  summary: text('公开的一次协商', 'A consultation as everybody may read it'),
  clause: 'P8',
  verb: 'open',
  params: z.object({ id: consultationId }),
  answer: { schema: publicConsultationSchema },
})

export const getPublicChain = operation({
  id: 'getPublicChain',
  method: 'get',
  path: '/public/consultations/{id}/chain.ndjson',
  summary: text(
    '过程存证（不含个人信息）',
    'The chained course of a consultation, without what says something of a person',
  ),
  clause: 'E4',
  verb: 'open',
  params: z.object({ id: consultationId }),
  query: chainPart,
  answer: { file: chainType },
})

export const listFeedback = operation({
  id: 'listFeedback',
  method: 'get',
  path: '/public/consultations/{id}/feedback',
  summary: text('答复了的落实情况反馈', 'Feedback that was answered, newest answer first'),
  clause: 'P11a',
  verb: 'open',
  params: z.object({ id: consultationId }),
  query: z.object({ cursor }),
  answer: { schema: feedbackPageSchema },
})

export const getPublicCatalogue = operation({
  id: 'getPublicCatalogue',
  method: 'get',
  path: '/public/catalogue',
  summary: text('公布的协商事项目录清单', 'The catalogue as it is published'),
  clause: 'M6',
  verb: 'open',
  answer: { schema: publicCatalogueSchema },
})

export const getScreen = operation({
  id: 'getScreen',
  method: 'get',
  path: '/screens/{division}',
  summary: text('电子屏上的公告', 'What the screens of a place show'),
  clause: 'P3a',
  verb: 'open',
  params: z.object({ division: divisionParam }),
  answer: { schema: screenSchema },
})

export const residentOperations: readonly AnyOperation[] = [
  openLink,
  reply,
  leaveOpinion,
  leaveFeedback,
  castBallot,
  listPublic,
  getPublic,
  getPublicChain,
  listFeedback,
  getPublicCatalogue,
  getScreen,
  apply,
  getApplied,
]
