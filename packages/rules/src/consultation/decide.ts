import { type Actor, may, type Verb } from '@xieshang/kernel'
import { isSuspended } from '../correction/state.ts'
import { type Command, type CommandBody, type CommandType, commands } from './commands.ts'
import type { Context } from './context.ts'
import { type Decision, refuse } from './event.ts'
import { forbidden, type Refusal, stateRefusal } from './refusal.ts'
import type { Consultation } from './state.ts'

const run = <T extends CommandType>(type: T, state: Consultation, body: CommandBody<T>, context: Context): Decision => {
  const decideOne = commands[type].decide as (state: Consultation, body: CommandBody<T>, context: Context) => Decision
  return decideOne(state, body, context)
}

type Who = Pick<Actor, 'role' | 'division'>

/** Why somebody may not give a command now, whatever it says; undefined when the rule itself is to be asked. */
export function gateOf(state: Consultation, type: CommandType, actor: Who): Refusal | undefined {
  const spec = commands[type]
  const allowed = (verb: Verb) => may(actor, verb, state.division)
  if (!allowed(spec.verb)) return forbidden(spec.clause, 'roleMayNot')
  if (isSuspended(state) && allowed('conduct') && !allowed('direct')) return forbidden('P9g', 'suspended')
  if (state.closed !== undefined && !spec.afterClosing) return stateRefusal('P11b', 'caseClosed')
  return undefined
}

/** The events a command leads to, or the refusal that names its clause. Pure: the same input gives the same answer. */
export function decide(state: Consultation, command: Command, context: Context): Decision {
  const refusal = gateOf(state, command.type, context.actor)
  return refusal === undefined ? run(command.type, state, command.body, context) : refuse(refusal)
}
