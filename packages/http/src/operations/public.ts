import { text } from '@xieshang/rules'
import * as z from 'zod'
import { operation } from '../operation.ts'
import { chainPart, chainType } from '../schemas/chain.ts'
import { consultationId, cursor, divisionParam } from '../schemas/common.ts'
import { feedbackPageSchema, publicConsultationSchema, publicListSchema } from '../schemas/public.ts'
import { screenSchema } from '../schemas/screen.ts'
import { publicCatalogueSchema } from '../schemas/settings.ts'

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
