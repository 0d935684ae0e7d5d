import { textSchema } from '@xieshang/kernel'
import { keysOf, parametersSchema, relations, toldByShape } from '@xieshang/rules'
import * as z from 'zod'

const share = z.object({ needs: z.int(), of: z.int() })

export const matterAsFiledSchema = z.object({
  relation: z.enum(keysOf(relations)),
  label: textSchema,
  assembly: z.boolean(),
})

export const matterSchema = matterAsFiledSchema.extend({ code: z.string(), withdrawn: z.boolean().optional() })

const versionFields = {
  version: z.string(),
  /** First day in Asia/Shanghai. */
  effectiveFrom: z.string(),
  reason: z.string(),
  at: z.string(),
  by: toldByShape,
  standing: z.enum(['past', 'current', 'coming', 'replaced']),
}

const boundSchema = z.object({
  label: textSchema,
  clause: z.string(),
  kind: z.enum(['share', 'days']),
  counts: z.enum(['days', 'workdays']).optional(),
  least: z.union([share, z.int()]),
  most: z.int().optional(),
})

/** A county's parameters: those in force, every version that was set, and the city's bounds (G10). */
export const parameterSettingsSchema = z
  .object({
    /** How many versions there are; the next one names it in `If-Match`. */
    revision: z.int(),
    current: parametersSchema,
    versions: z.array(z.object({ ...versionFields, content: parametersSchema })),
    bounds: z.record(z.string(), boundSchema),
  })
  .meta({ id: 'ParameterSettings' })

const catalogueContent = z.object({ version: z.string(), matters: z.array(matterSchema) })

/** A county's catalogue: the one in force and every version that was set (M6). */
export const catalogueSettingsSchema = z
  .object({
    revision: z.int(),
    current: catalogueContent,
    versions: z.array(z.object({ ...versionFields, content: catalogueContent })),
  })
  .meta({ id: 'CatalogueSettings' })

/** The catalogue as everybody may read it. */
export const publicCatalogueSchema = z
  .object({
    current: catalogueContent,
    /** Versions from the newest, those to come among them. */
    versions: z.array(z.object({ version: z.string(), effectiveFrom: z.string(), reason: z.string() })),
  })
  .meta({ id: 'PublicCatalogue' })
