import { textSchema } from '@xieshang/kernel'
import { indicators, keysOf, owedDutySchema } from '@xieshang/rules'
import * as z from 'zod'
import { divisionCode, divisionSchema, stepSchema } from './common.ts'

const ids = keysOf(indicators)
export const figuresSchema = z.record(z.enum(ids), z.int())

/** A place's figures and those of the places right below it. */
export const dashboardSchema = z
  .object({
    place: divisionSchema,
    path: z.array(divisionSchema),
    figures: figuresSchema,
    below: z.array(z.object({ place: divisionSchema, figures: figuresSchema })),
    labels: z.record(z.enum(ids), textSchema),
  })
  .meta({ id: 'Dashboard' })

/** The consultations that make up one figure, each with what it adds. */
export const figureDetailSchema = z
  .object({
    total: z.int(),
    consultations: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        division: divisionCode,
        divisionName: z.string(),
        step: stepSchema,
        updatedAt: z.string(),
        adds: z.int(),
      }),
    ),
    cursor: z.string().optional(),
  })
  .meta({ id: 'FigureDetail' })

export const indicatorParam = z.enum(ids)

/** E4: consultations of which a county says something else than it did when the city heard of them first. */
export const rewrittenSchema = z
  .object({
    rewritten: z.array(
      z.object({
        county: divisionCode,
        countyName: z.string(),
        consultation: z.string(),
        division: divisionCode,
        divisionName: z.string(),
        title: z.string(),
        event: z.int(),
        first: z.string(),
        later: z.string(),
        at: z.string(),
      }),
    ),
  })
  .meta({ id: 'Rewritten' })

/** E4: what the chain of a consultation came to, event by event, the last first. */
export const chainHeadsSchema = z
  .object({
    heads: z.array(z.object({ event: z.int(), hash: z.string(), heardAt: z.string() })),
    cursor: z.string().optional(),
  })
  .meta({ id: 'ChainHeads' })

/** G3: what is overdue in a place and in those right below it, and the first of it, the longest ago first. */
export const overdueSchema = z
  .object({
    place: divisionSchema,
    today: z.string(),
    total: z.int(),
    below: z.array(z.object({ place: divisionSchema, count: z.int() })),
    duties: z.array(
      owedDutySchema.extend({
        label: textSchema,
        clause: z.string(),
        division: divisionCode,
        divisionName: z.string(),
        countyName: z.string(),
        consultation: z.string().optional(),
        title: z.string().optional(),
      }),
    ),
    /** Where the next page begins. */
    next: z.int().optional(),
  })
  .meta({ id: 'Overdue' })
