import { placeCode } from '@xieshang/kernel'
import { keysOf, officerRoles, steps } from '@xieshang/rules'
import * as z from 'zod'

export const consultationId = z
  .string()
  .regex(/^[0-9A-Za-z]{8,40}$/)
  .meta({ description: '协商编号', examples: ['01KB2T9M4Z6V8Q0W3Y5R7N1C2D'] })
export const divisionCode = placeCode('city', 'county', 'township', 'village')
export const divisionParam = divisionCode.meta({
  description: '行政区划代码',
  examples: ['331102001001'],
})
export const countyParam = placeCode('county')
export const villageParam = placeCode('village').meta({
  description: '村（社区）代码',
  examples: ['331102001001'],
})
export const cursor = z
  .string()
  .regex(/^[\w-]{0,2000}$/)
  .optional()
  .meta({ description: '下一页的起点' })

/** Seats by number, as ranges or bits (`SeatSet` of the rules). */
export const seatSetSchema = z
  .string()
  .max(1200)
  .regex(/^(\d{1,4}(-\d{1,4})?(,\d{1,4}(-\d{1,4})?)*|~([\w-]{4})*([\w-]{2,3})?)?$/)
  .meta({
    description:
      '席位的集合：区间（如 1-3,7），或“~”后接每席位一位的 base64url / a set of seats: ranges, or after “~” one bit a seat in base64url',
    examples: ['1-3,7'],
  })

export const stepSchema = z.enum(keysOf(steps))
export const roleSchema = z.enum(officerRoles)

export const divisionSchema = z.object({
  code: divisionCode,
  name: z.string(),
  kind: z.enum(['city', 'county', 'township', 'village', 'community']),
})

export const actorSchema = z.object({
  name: z.string(),
  role: roleSchema,
  division: divisionSchema,
  /** From the county down to the place. */
  path: z.array(divisionSchema),
})
