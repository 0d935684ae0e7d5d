import { placeCode, rolesWith, type Verb } from '@xieshang/kernel'
import { schemaOf, text } from '@xieshang/rules'
import { entryActsOf, entryKinds } from '@xieshang/rules/registers'
import * as z from 'zod'
import { type Operation, operation } from '../operation.ts'
import { entryId } from '../schemas/affairs.ts'
import { countyParam } from '../schemas/common.ts'

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
  body: z.strictObject({ division: placeCode('county', 'township', 'village'), fields: schemaOf(note.fields) }),
  answer: { schema: taken },
  status: 202,
  idempotent: true,
})

const noteParams = z.object({ county: countyParam, id: entryId })
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
