import { applicationFields, applicationStates, phoneInput, templateSchema, toldByShape } from '@xieshang/rules'
import * as z from 'zod'
import { divisionCode, villageParam } from './common.ts'

export const applySchema = z.strictObject({
  ...applicationFields,
  phone: phoneInput,
  /** Which of the villages, where several consult together (P9e). */
  village: villageParam.optional(),
})

/** What an applicant learns: the secret by which to ask again, and where it stands. */
export const appliedSchema = z
  .object({
    token: z.string(),
    state: z.enum(applicationStates),
    at: z.string(),
    reason: z.string().optional(),
  })
  .meta({ id: 'Applied' })

/** An application as the committee reads it. */
export const applicationsSchema = z
  .object({
    applications: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        why: z.string(),
        village: divisionCode,
        villageName: z.string(),
        /** Masked. */
        phone: z.string(),
        /** Whether somebody else applied with the same number. */
        samePhone: z.boolean(),
        at: z.string(),
        state: z.enum(applicationStates),
        decision: z.object({ at: z.string(), by: z.string(), reason: z.string() }).optional(),
      }),
    ),
    cursor: z.string().optional(),
  })
  .meta({ id: 'Applications' })

export const keptTemplateSchema = z
  .object({
    template: templateSchema,
    changed: z.object({ at: z.string(), by: toldByShape }).optional(),
  })
  .meta({ id: 'KeptTemplate' })
