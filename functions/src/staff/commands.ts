import { type Acts, commandOf } from '@xieshang/acts'
import { type Implementation, implement, Under } from '@xieshang/http'
import * as commandsApi from '@xieshang/http/operations/commands'
import type { CommandType } from '@xieshang/rules'
import type { CountyStore, Mailbox } from '@xieshang/store'
import { requestOf } from '../wiring/request.ts'
import { doneOrProblem, pendingOf, viewOf } from './answers.ts'

/** One operation for each command: the rules decide, the store commits. */
export function commandOperations(
  acts: Acts,
  mailbox: Mailbox,
  store: Pick<CountyStore, 'participants' | 'places'>,
): Implementation[] {
  return commandsApi.commandOperations.map((operation) =>
    implement(operation, async ({ actor, params, body, idempotencyKey, ifMatch, prove }) => {
      const { id } = params
      // From its registration on a topic takes applications (S4), and those need somewhere to be dropped.
      if (operation.id === 'registerTopic') await mailbox.ensure()
      const outcome = await acts.run({
        consultation: id,
        command: commandOf(operation.id as CommandType, body),
        actor,
        now: new Date().toISOString(),
        ifMatch,
        request: requestOf(actor.sub, idempotencyKey, operation.id, id, body),
        authorise: (state) => prove(state.division),
      })
      const state = doneOrProblem(outcome, actor)
      const [places, pending] = await Promise.all([
        store.places.known(),
        operation.also?.[202] === undefined ? undefined : pendingOf(store, state),
      ])
      const view = viewOf(state, actor, places, pending)
      return pending === undefined ? view : new Under(202, view, `../${id}`)
    }),
  )
}
