import { channels, keysOf, toldByShape } from '@xieshang/rules'
import * as z from 'zod'

export const instant = z.string()

export const by = toldByShape

export const stamp = { at: instant, by }

export const count = { item: z.int(), yes: z.int(), no: z.int(), abstain: z.int() }

export const channelList = z.array(z.enum(keysOf(channels)))
