import * as z from 'zod'
import { channelList, instant } from './shapes.ts'

const materialSchema = z.object({ title: z.string(), text: z.string() })

export const meetingSchema = z.object({ at: instant, place: z.string() })

export const noticeSchema = z.object({
  notice: z.int(),
  text: z.string(),
  materials: z.array(materialSchema),
  meeting: meetingSchema,
  opinionsUntil: instant,
  channels: channelList,
})
