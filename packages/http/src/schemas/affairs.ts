import { textSchema } from '@xieshang/kernel'
import { keysOf } from '@xieshang/rules'
import { entryKinds, entryStatuses, grades, shownSchema } from '@xieshang/rules/registers'
import * as z from 'zod'
import { divisionCode, roleSchema } from './common.ts'

export const kindParam = z.enum(keysOf(entryKinds)).meta({ description: '登记的种类', examples: ['talk'] })
export const entryId = z
  .string()
  .regex(/^[0-9A-Za-z]{8,40}$/)
  .meta({ description: '登记编号', examples: ['01KB2T9M4Z6V8Q0W3Y5R7N1C2D'] })

export const statusSchema = z.enum(keysOf(entryStatuses))

export const entryCardSchema = z
  .object({
    id: z.string(),
    kind: kindParam,
    division: divisionCode,
    divisionName: z.string(),
    title: textSchema,
    status: statusSchema,
    createdAt: z.string(),
    updatedAt: z.string(),
    version: z.int(),
    day: z.string().optional(),
    due: z.string().optional(),
    settledAt: z.string().optional(),
    /** How it stands to the day it is due: late stays late. */
    timing: z.enum(['none', 'due', 'overdue', 'met', 'metLate']),
    digest: z.record(z.string(), z.union([z.number(), z.string()])),
    shown: shownSchema.optional(),
  })
  .meta({ id: 'EntryCard' })

const by = z.object({ name: z.string(), role: roleSchema.or(z.literal('system')), division: divisionCode })

/** An entry with all that was done on it, and what its reader may do next. */
export const entryViewSchema = z
  .object({
    id: z.string(),
    kind: kindParam,
    division: divisionCode,
    place: z.array(z.object({ code: divisionCode, name: z.string() })),
    version: z.int(),
    status: statusSchema,
    timing: z.enum(['none', 'due', 'overdue', 'met', 'metLate']),
    title: textSchema,
    fields: z.record(z.string(), z.unknown()),
    created: z.object({ at: z.string(), by }),
    acts: z.array(
      z.object({
        number: z.int(),
        act: z.string(),
        at: z.string(),
        by,
        body: z.record(z.string(), z.unknown()),
      }),
    ),
    open: z.array(z.string()),
    /** E4: absent while all was written before there were chains. */
    chainHead: z.string().optional(),
  })
  .meta({ id: 'Entry' })

export const entryPageSchema = z.object({
  entries: z.array(entryCardSchema),
  /** Entries of the places above that are there for this place as well, on the first page. */
  above: z.array(entryCardSchema),
  /** Where those of a place go on, to be asked for as its `own`. */
  aboveGoesOn: z.array(z.object({ division: divisionCode, cursor: z.string() })).optional(),
  cursor: z.string().optional(),
})

const count = z.object({
  quarter: z.string(),
  held: z.int(),
  due: z.int(),
  overdue: z.int(),
  ahead: z.int(),
  /** Villages of which nothing was asked here yet. */
  before: z.int(),
})

/** F2: villages by how they stand to each quarter's council, for a place and those right below it. */
export const councilReportSchema = z
  .object({
    year: z.int(),
    villages: z.int(),
    quarters: z.array(count),
    below: z.array(z.object({ code: divisionCode, name: z.string(), quarters: z.array(count) })),
  })
  .meta({ id: 'CouncilReport' })

/** G7: the ledger of a place, in fen. */
export const ledgerSchema = z
  .object({
    year: z.int(),
    decisions: z.int(),
    limit: z.int(),
    paid: z.int(),
    byCategory: z.record(z.string(), z.int()),
  })
  .meta({ id: 'Ledger' })

/** F4: results of reviews, in hundredths of a point out of 100. */
export const reviewReportSchema = z
  .object({
    year: z.int(),
    results: z.array(
      z.object({
        id: z.string(),
        division: divisionCode,
        divisionName: z.string(),
        title: textSchema,
        year: z.int(),
        consultation: z.string().optional(),
        hundredths: z.int(),
        grade: z.enum(keysOf(grades)),
      }),
    ),
    /** Where the next page begins. */
    next: z.int().optional(),
  })
  .meta({ id: 'ReviewReport' })

/** What everybody may read of an entry. */
export const publicEntrySchema = entryCardSchema
  .pick({
    id: true,
    kind: true,
    division: true,
    divisionName: true,
    title: true,
    status: true,
    updatedAt: true,
    digest: true,
  })
  .extend({ day: z.string().optional(), shown: shownSchema })
  .meta({ id: 'PublicEntry' })
