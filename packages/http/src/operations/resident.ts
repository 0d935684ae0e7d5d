import { castBallotSchema, identifier, text } from '@xieshang/rules'
import * as z from 'zod'
import { type AnyOperation, operation } from '../operation.ts'
import { ballotReceiptSchema, linkViewSchema, opinionInputSchema, replySchema } from '../schemas/resident.ts'
import { apply, getApplied } from './joining.ts'
import { getPublic, getPublicCatalogue, getPublicChain, getScreen, listFeedback, listPublic } from './public.ts'

export { apply, getApplied, getPublic, getPublicCatalogue, getPublicChain, getScreen, listFeedback, listPublic }

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
