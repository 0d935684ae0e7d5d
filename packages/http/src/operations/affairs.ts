import { placeCode, type Verb } from '@xieshang/kernel'
import { type EntryKind, keysOf, schemaOf, text } from '@xieshang/rules'
import { entryActsOf, entryKinds } from '@xieshang/rules/registers'
import * as z from 'zod'
import { type AnyOperation, type Operation, operation } from '../operation.ts'
import { entryId, entryPageSchema, entryViewSchema, kindParam } from '../schemas/affairs.ts'
import { chainPart, chainType } from '../schemas/chain.ts'
import { cursor, divisionParam } from '../schemas/common.ts'
import { getCouncils, getLedger, getReviews, publishOpenData } from './reports.ts'

export { getCouncils, getLedger, getReviews, publishOpenData }

const flag = z.enum(['true', 'false']).default('false')
const titled = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`
export const listEntries = operation({
  id: 'listEntries',
  method: 'get',
  path: '/affairs/{kind}',
  summary: text('一类登记', 'Entries of a kind at a place and below it, newest first'),
  verb: 'read',
  params: z.object({ kind: kindParam }),
  query: z.object({
    division: divisionParam.optional(),
    cursor,
    limit: z.coerce.number().int().min(1).max(100).default(50),
    /** Only those that wait to be settled. */
    open: flag,
    /** Only those of the place itself, which may be one above where the kind is for the places below it as well. */
    own: flag,
  }),
  answer: { schema: entryPageSchema },
})

export const getEntry = operation({
  id: 'getEntry',
  method: 'get',
  path: '/affairs/{kind}/{id}',
  summary: text('一条登记', 'An entry and all that was done on it'),
  verb: 'read',
  params: z.object({ kind: kindParam, id: entryId }),
  answer: { schema: entryViewSchema },
})

export const getEntryChain = operation({
  id: 'getEntryChain',
  method: 'get',
  path: '/affairs/{kind}/{id}/chain.ndjson',
  summary: text(
    '一条登记的过程存证',
    'The chained course of an entry, with its values or, to be given out, without them',
  ),
  clause: 'E4',
  verb: 'read',
  params: z.object({ kind: kindParam, id: entryId }),
  query: chainPart.extend({ values: z.enum(['true', 'false']).default('true') }),
  answer: { file: chainType },
})

type CreateOperation = Operation<
  z.ZodUndefined,
  z.ZodUndefined,
  z.ZodObject<{ division: ReturnType<typeof placeCode>; fields: z.ZodType }>,
  { schema: typeof entryViewSchema },
  Verb
>
const actParams = z.object({ id: entryId })
type ActOperation = Operation<typeof actParams, z.ZodUndefined, z.ZodType, { schema: typeof entryViewSchema }, Verb>

/** One operation to make an entry of each kind, its body as the kind declares it. */
export const createOperations = keysOf(entryKinds).map((kind): { kind: EntryKind; operation: CreateOperation } => {
  const { create, clause, fields, levels } = entryKinds[kind]
  return {
    kind,
    operation: {
      id: `create${titled(kind)}`,
      method: 'post',
      path: `/affairs/${kind}`,
      summary: create.label,
      clause,
      verb: create.verb,
      body: z.strictObject({ division: placeCode(...levels), fields: schemaOf(fields) }),
      answer: { schema: entryViewSchema },
      status: 201,
      idempotent: true,
    },
  }
})

/** One operation for each act of each kind. */
export const actOperations = keysOf(entryKinds).flatMap((kind) =>
  Object.entries(entryActsOf(entryKinds[kind])).map(
    ([act, spec]): { kind: EntryKind; act: string; operation: ActOperation } => ({
      kind,
      act,
      operation: {
        id: `${act}${titled(kind)}`,
        method: 'post',
        path: `/affairs/${kind}/{id}/${act}`,
        summary: spec.label,
        clause: spec.clause ?? entryKinds[kind].clause,
        verb: spec.verb,
        params: actParams,
        body: schemaOf(spec.fields),
        answer: { schema: entryViewSchema },
        idempotent: true,
      },
    }),
  ),
)

export const affairsOperations: readonly AnyOperation[] = [
  listEntries,
  getEntry,
  getEntryChain,
  ...createOperations.map((one) => one.operation),
  ...actOperations.map((one) => one.operation),
  getCouncils,
  getLedger,
  getReviews,
  publishOpenData,
]
