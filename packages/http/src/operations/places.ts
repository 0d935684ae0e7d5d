import { keysOf, relations, text } from '@xieshang/rules'
import * as z from 'zod'
import { operation } from '../operation.ts'
import { actorSchema, divisionParam, divisionSchema } from '../schemas/common.ts'

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
