import { type Implementation, implement, Problem, residentApi } from '@xieshang/http'
import { applicationProblem } from '@xieshang/rules'
import type { Application, CountyStore } from '@xieshang/store'
import { isPublic } from './views.ts'

const appliedView = (token: string, { state, at, decision }: Application) => ({
  token,
  state,
  at,
  ...(decision !== undefined && decision.reason !== '' && { reason: decision.reason }),
})

/** S4: whoever is interested applies; nobody learns who else did. */
export function joiningOperations({ consultations, applications }: CountyStore): Implementation[] {
  return [
    implement(residentApi.apply, async ({ params, body, idempotencyKey }) => {
      const state = await consultations.load(params.id)
      if (state === undefined || !isPublic(state)) throw Problem.of('notFound')
      const { name, phone, why, village = state.division } = body()
      const problem = applicationProblem(state, village)
      if (problem !== undefined) throw Problem.refused(problem)
      const application = { name, phone, why, village, at: new Date().toISOString() }
      const token = await applications.apply(state.id, application, idempotencyKey)
      if (token === 'tooMany') throw Problem.of('tooManyApplications', { clause: 'S4' })
      if (token === 'notYet') throw Problem.of('applicationsNotYet', { clause: 'S4' })
      const kept = await applications.byToken(state.id, token)
      if (kept === undefined) throw new Error('An application was not kept')
      return appliedView(token, kept)
    }),

    implement(residentApi.getApplied, async ({ params }) => {
      const application = await applications.byToken(params.id, params.token)
      if (application === undefined) throw Problem.of('notFound')
      return appliedView(params.token, application)
    }),
  ]
}
