import { type CommandType, commands } from './commands.ts'
import type { ConsultationEvent } from './event.ts'
import { events as kinds } from './events.ts'

/** Of some events those that change what a command of this type rests on. */
export const touching = (type: CommandType, events: readonly ConsultationEvent[]): readonly ConsultationEvent[] =>
  events.filter((event) => kinds[event.type].sections.some((section) => commands[type].rests.includes(section)))
