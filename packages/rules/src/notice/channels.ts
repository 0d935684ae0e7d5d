import { text } from '@xieshang/kernel'
import { several } from '../fields/index.ts'
import { namesOf } from '../taxonomy/keys.ts'
import { channels } from '../taxonomy/procedure.ts'

/** P3a, P8: the channels that an officer chooses for a notice or an outcome. */
export const chosenChannels = several(text('告知渠道', 'Channels'), namesOf(channels))
