import * as z from 'zod'
import { divisionCode } from './common.ts'
import { noticeSchema } from './notice.ts'
import { publicItem } from './public.ts'
import { itemTallySchema } from './round.ts'

const announced = z.object({ id: z.string(), title: z.string(), divisionName: z.string(), text: z.string() })

const noticeSlide = announced.extend({
  kind: z.literal('notice'),
  ...noticeSchema.pick({ meeting: true, opinionsUntil: true }).shape,
})

const outcomeSlide = announced.extend({
  kind: z.literal('outcome'),
  items: z.array(
    publicItem.pick({ item: true, title: true, status: true }).extend({
      /** Absent where the votes counted last are not what decided (P9d). */
      votes: itemTallySchema.pick({ yes: true, no: true, abstain: true }).optional(),
    }),
  ),
  until: z.string(),
})

/** P3a, P8: what the electronic screens of a place show, one slide after the other. */
export const screenSchema = z
  .object({
    division: divisionCode,
    divisionName: z.string(),
    at: z.string(),
    slides: z.array(z.discriminatedUnion('kind', [noticeSlide, outcomeSlide])),
  })
  .meta({ id: 'Screen' })
