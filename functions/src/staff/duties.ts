import { type Implementation, implement, Problem } from '@xieshang/http'
import * as dutiesApi from '@xieshang/http/operations/duties'
import type { Places } from '@xieshang/kernel'
import { type Duty, type DutyState, dayOf, dutyKinds } from '@xieshang/rules'
import type { CountyStore, ListedDuty, openDutyLists, StandingDuty } from '@xieshang/store'
import { page } from '../wiring/page.ts'

const described = <D extends Pick<Duty, 'kind'> & { readonly state: DutyState }>(duty: D) => {
  const { clause, label } = dutyKinds[duty.kind]
  return { ...duty, clause, label }
}

function listed({ reminderDays: _days, ...duty }: StandingDuty<ListedDuty>, { nameOf }: Places) {
  const spec = dutyKinds[duty.kind]
  return {
    ...described(duty),
    divisionName: nameOf(duty.division),
    ...('section' in spec && { section: spec.section }),
  }
}

type Lists = Pick<ReturnType<typeof openDutyLists>, 'list' | 'of'>

/** What must be done next, by whom and until when, at a place and below it. */
export function dutyListOperations({
  duties,
  places,
}: Pick<CountyStore, 'places'> & { readonly duties: Lists }): Implementation[] {
  return [
    implement(dutiesApi.listDuties, async ({ actor, query, prove }) => {
      const division = query.division ?? actor.division
      prove(division)
      const today = dayOf(new Date().toISOString())
      const [found, known] = await Promise.all([page(duties.list(division, today, query)), places.known()])
      return { ...found, today, duties: found.duties.map((duty) => listed(duty, known)) }
    }),
  ]
}

/** The same in one consultation. */
export function dutyOperations({
  consultations,
  duties,
}: Pick<CountyStore, 'consultations'> & { readonly duties: Lists }): Implementation[] {
  return [
    implement(dutiesApi.getDuties, async ({ params, prove }) => {
      const today = dayOf(new Date().toISOString())
      const [state, kept] = await Promise.all([
        consultations.load(params.id),
        duties.of({ kind: 'consultation', id: params.id }, today),
      ])
      if (state === undefined) throw Problem.of('notFound')
      prove(state.division)
      return { today, duties: kept.map(described) }
    }),
  ]
}
