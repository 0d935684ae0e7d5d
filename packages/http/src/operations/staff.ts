import { isOfficerRole, rolesWith, type Verb } from '@xieshang/kernel'
import {
  type CommandType,
  commandPath,
  commands,
  identifier,
  keysOf,
  proposeTopicSchema,
  prose,
  relations,
  text,
} from '@xieshang/rules'
import * as z from 'zod'
import { type AnyOperation, type Operation, operation } from '../operation.ts'
import {
  actorSchema,
  consultationId,
  cursor,
  divisionParam,
  divisionSchema,
  seatSetSchema,
  villageParam,
} from '../schemas/common.ts'
import {
  cardPageSchema,
  consultationViewSchema,
  dissentsSchema,
  eventSchema,
  opinionSchema,
  seatsSchema,
  turnoutSchema,
} from '../schemas/consultation.ts'
import { enteredPersonSchema, importResultSchema, newPersonSchema, peoplePageSchema } from '../schemas/people.ts'
import { recordPageSchema } from '../schemas/record.ts'
import { dutyOperations } from './duties.ts'
import { decideApplication, getApplications, getTemplate, putTemplate } from './joining.ts'
import { getPhoto, handInPhoto } from './photos.ts'
import { settingsOperations } from './settings.ts'

export { decideApplication, getApplications, getPhoto, getTemplate, handInPhoto, putTemplate }

const params = z.object({ id: consultationId })

export const me = operation({
  id: 'me',
  method: 'get',
  path: '/me',
  summary: text('我是谁', 'Who I am'),
  verb: 'look',
  answer: { schema: actorSchema },
})

export const getDivision = operation({
  id: 'getDivision',
  method: 'get',
  path: '/divisions/{code}',
  summary: text('行政区划及其下级', 'A division and what is below it'),
  verb: 'read',
  params: z.object({ code: divisionParam }),
  answer: { schema: z.object({ division: divisionSchema, children: z.array(divisionSchema) }) },
})

export const getCatalogue = operation({
  id: 'getCatalogue',
  method: 'get',
  path: '/catalogue',
  summary: text('协商事项目录清单', 'The catalogue of matters'),
  clause: 'M6',
  verb: 'read',
  answer: {
    schema: z.object({
      version: z.string(),
      relations: z.array(z.object({ code: z.enum(keysOf(relations)), zh: z.string(), en: z.string() })),
      matters: z.array(
        z.object({
          code: z.string(),
          relation: z.enum(keysOf(relations)),
          zh: z.string(),
          en: z.string(),
          assembly: z.boolean(),
          withdrawn: z.boolean(),
        }),
      ),
    }),
  },
})

export const listPeople = operation({
  id: 'listPeople',
  method: 'get',
  path: '/villages/{village}/people',
  summary: text('村（社区）名册', "The village's register"),
  clause: 'S3',
  verb: 'read',
  params: z.object({ village: villageParam }),
  query: z.object({ cursor, limit: z.coerce.number().int().min(1).max(500).default(200) }),
  answer: { schema: peoplePageSchema },
})

export const addPerson = operation({
  id: 'addPerson',
  method: 'post',
  path: '/villages/{village}/people',
  summary: text('登记一人', 'Put a person on the register'),
  clause: 'S3',
  verb: 'conduct',
  params: z.object({ village: villageParam }),
  body: newPersonSchema,
  answer: { schema: enteredPersonSchema },
  status: 201,
  idempotent: true,
})

export const importPeople = operation({
  id: 'importPeople',
  method: 'post',
  path: '/villages/{village}/people/import',
  summary: text(
    '导入名册（CSV：姓名,手机号,类别,主体类型）',
    'Import the register from CSV: name, phone, category, class',
  ),
  clause: 'S3',
  verb: 'conduct',
  params: z.object({ village: villageParam }),
  query: z.object({
    /** `partial` takes the good lines; `all` takes all or nothing. */
    mode: z.enum(['partial', 'all']).default('partial'),
  }),
  // Bounded by its bytes alone: who sends too many rows is told how many they are.
  body: z.string().min(1),
  bodyType: 'text/csv',
  mostBytes: 5_242_880,
  answer: { schema: importResultSchema },
  idempotent: true,
})

export const getImport = operation({
  id: 'getImport',
  method: 'get',
  path: '/villages/{village}/imports/{id}',
  summary: text('导入进度', 'How far an import is'),
  clause: 'S3',
  verb: 'read',
  params: z.object({ village: villageParam, id: identifier(60) }),
  answer: { schema: importResultSchema },
})

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

type CommandOperation = Operation<
  typeof params,
  z.ZodUndefined,
  z.ZodType,
  { schema: typeof consultationViewSchema },
  Verb
>

/** Of a list longer than a page the seats make themselves; the consultation says how many are still to be made. */
const goesOn = { 202: text('已确定，席位正在生成', 'Fixed; its seats are being made') }

/** One operation for each command an officer may give; its id is the command's type. */
export const commandOperations = Object.entries(commands).flatMap(([type, spec]): CommandOperation[] => {
  if (!rolesWith(spec.verb).some(isOfficerRole)) return []
  return [
    {
      id: type,
      method: 'post',
      path: `/consultations/{id}/${commandPath(type as CommandType)}`,
      summary: spec.label,
      clause: spec.clause,
      verb: spec.verb,
      params,
      body: spec.schema,
      answer: { schema: consultationViewSchema },
      idempotent: true,
      ifMatch: !spec.additive,
      ...(type === 'closeRound' && { status: 202 as const }),
      ...(type === 'fixParticipants' && { also: goesOn }),
    },
  ]
})

export const staffOperations: readonly AnyOperation[] = [
  me,
  getDivision,
  getCatalogue,
  listPeople,
  addPerson,
  importPeople,
  getImport,
  listConsultations,
  searchArchive,
  proposeTopic,
  getConsultation,
  getSeats,
  getTurnout,
  getDissents,
  getOpinions,
  getEvents,
  getRecord,
  getRecordPage,
  handInPhoto,
  getPhoto,
  ...settingsOperations,
  ...dutyOperations,
  getApplications,
  decideApplication,
  getTemplate,
  putTemplate,
  ...commandOperations,
]
