import type { SystemChannel } from '@xieshang/rules'
import type { Channel, QueuedChannel } from './channel.ts'
import { officialAccount } from './officialAccount.ts'
import { screen } from './screen.ts'
import { sms } from './sms.ts'
import { website } from './website.ts'

/** P3a: every channel that the system serves. One of the taxonomy without its line here does not compile. */
export const declared = {
  screen,
  website,
  wechat: officialAccount,
  sms,
} as const satisfies { readonly [C in SystemChannel]: Channel & { readonly name: C } }

export const systemChannels: readonly Channel[] = Object.values(declared)

/** Those that tell each seat by itself. */
export const seatChannels = systemChannels.filter((channel) => channel.reach === 'seats')

/** Those that have a queue and a function, by whose name both are called. */
export const queuedChannels: readonly QueuedChannel[] = systemChannels.filter((channel) => 'queue' in channel)
