import { isSuspended } from '../followUp/guards.ts'
import { type Command, type CommandBody, type CommandType, commands } from './commands.ts'
import type { Context } from './context.ts'
import { type Decision, refuse } from './event.ts'
import { forbidden, stateRefusal } from './refusal.ts'
import type { Consultation } from './state.ts'

const run = <T extends CommandType>(type: T, state: Consultation, body: CommandBody<T>, context: Context): Decision => {
  const decideOne = commands[type].decide as (state: Consultation, body: CommandBody<T>, context: Context) => Decision
  return decideOne(state, body, context)
}

/** The events a command leads to, or the refusal that names its clause. Pure: the same input gives the same answer. */
export function decide(state: Consultation, command: Command, context: Context): Decision {
  const spec = commands[command.type]
  const roles: readonly string[] = spec.roles
  if (!roles.includes(context.actor.role)) return refuse(forbidden(spec.clause, 'roleMayNot'))
  if (isSuspended(state) && context.actor.role === 'village') return refuse(forbidden('P9g', 'suspended'))
  if (state.closed !== undefined && !spec.afterClosing) return refuse(stateRefusal('P11b', 'caseClosed'))
  return run(command.type, state, command.body, context)
}
