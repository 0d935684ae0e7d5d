import * as z from 'zod'
import { keysOf } from '../taxonomy/keys.ts'
import { channels } from '../taxonomy/procedure.ts'

const names = keysOf(channels)

/** P3a, P8: the channels that an officer chooses for a notice or an outcome. */
export const chosenChannels = z.array(z.enum(names)).min(1).max(names.length)
