import { type Implementation, implement, Problem } from '@xieshang/http'
import * as joiningApi from '@xieshang/http/operations/joining'
import { applicationProblem } from '@xieshang/rules'
import type { Application, CountyStore, NewApplication, Rate } from '@xieshang/store'
import { isPublic } from './views.ts'

/** A family or a stall of the committee applies at once; behind one address of a phone company there are many homes. */
const applying: Rate = { burst: 20, everyMs: 30_000 }

const appliedView = (token: string, { state, at, decision }: Application) => ({
  token,
  state,
  at,
  ...(decision !== undefined && decision.reason !== '' && { reason: decision.reason }),
})

/** S4: whoever is interested applies; nobody learns who else did. */
export function joiningOperations({
  consultations,
  applications,
  rates,
}: Pick<CountyStore, 'consultations' | 'applications' | 'rates'>): Implementation[] {
  async function takeNew(consultation: string, application: NewApplication, key: string, caller: string) {
    const wait = await rates.take(caller, applying, application.at)
    if (wait > 0) throw Problem.of('tooOften', { clause: 'S4', retryAfter: wait })
    const taken = await applications.apply(consultation, application, key)
    if (taken === 'keyReused') throw Problem.of('keyReused')
    if (taken === 'notYet') throw Problem.of('applicationsNotYet', { clause: 'S4' })
    return taken
  }

  return [
    implement(joiningApi.apply, async ({ params, body, idempotencyKey, caller }) => {
      const state = await consultations.load(params.id)
      if (state === undefined || !isPublic(state)) throw Problem.of('notFound')
      const { name, phone, why, village = state.division } = body()
      const at = new Date().toISOString()
      const application = { name, phone, why, village, at }
      // What was taken before is answered as before: late, however often it comes, and at no cost to the caller.
      const before = await applications.underKey(state.id, application, idempotencyKey)
      if (before === 'keyReused') throw Problem.of('keyReused')
      const problem = applicationProblem(state, village)
      if (before === undefined && problem !== undefined) throw Problem.refused(problem)
      const taken = before ?? (await takeNew(state.id, application, idempotencyKey, caller))
      const kept = await applications.byToken(state.id, taken.token)
      if (kept === undefined) throw new Error('An application was not kept')
      return appliedView(taken.token, kept)
    }),

    implement(joiningApi.getApplied, async ({ params }) => {
      const application = await applications.byToken(params.id, params.token)
      if (application === undefined) throw Problem.of('notFound')
      return appliedView(params.token, application)
    }),
  ]
}
