import { identifier, newPersonSchema, text } from '@xieshang/rules'
import * as z from 'zod'
import { operation } from '../operation.ts'
import { cursor, villageParam } from '../schemas/common.ts'
import { enteredPersonSchema, importResultSchema, peoplePageSchema } from '../schemas/people.ts'

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
