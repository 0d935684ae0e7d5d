import { findDivision } from '@xieshang/divisions'
import { type Implementation, implement, Problem, requireReach, staffApi } from '@xieshang/http'
import { type Actor, byOf, type Consultation, decisionProblem, isSame, maskPhone, toldTo } from '@xieshang/rules'
import type { CountyStore, Mailbox, openPeople } from '@xieshang/store'

/** S4, S3: applications to take part, and how lists are filled. */
export function joiningOperations(
  store: CountyStore,
  people: ReturnType<typeof openPeople>,
  mailbox: Mailbox,
): Implementation[] {
  const { consultations, applications, templates } = store

  async function load(actor: Actor, id: string): Promise<Consultation> {
    const state = await consultations.load(id)
    if (state === undefined) throw Problem.of('notFound')
    requireReach(actor, state.division)
    return state
  }

  async function view(id: string) {
    const all = await applications.list(id)
    const phones = await Promise.all(all.map(({ dropped }) => mailbox.read(dropped)))
    return {
      applications: all.map(({ dropped: _dropped, decision, ...one }, index) => ({
        ...one,
        villageName: findDivision(one.village)?.name ?? one.village,
        phone: maskPhone(phones[index] ?? ''),
        samePhone: phones.some((phone, other) => other !== index && phone === phones[index]),
        ...(decision !== undefined && {
          decision: { at: decision.at, by: decision.by.name, reason: decision.reason },
        }),
      })),
    }
  }

  const village = (actor: Actor, code: string) => {
    requireReach(actor, code)
    if (findDivision(code) === undefined) throw Problem.of('notFound')
    return code
  }

  return [
    implement(staffApi.getApplications, async ({ actor, params }) => {
      await load(actor, params.id)
      return view(params.id)
    }),

    implement(staffApi.decideApplication, async ({ actor, params, body }) => {
      const state = await load(actor, params.id)
      const application = await applications.get(state.id, body.application)
      if (application === undefined) throw Problem.of('notFound')
      const { decision: before } = application
      // The same decision again is the same decision: it was cut off on its way back.
      const again = before !== undefined && isSame(before.by, actor) && before.reason === body.reason
      if (again && (application.state === 'admitted') === body.admit) return view(state.id)
      const problem = decisionProblem(state, application, body)
      if (problem !== undefined) throw Problem.refused(problem)
      const decision = {
        at: new Date().toISOString(),
        by: byOf(actor),
        reason: body.reason,
        ...(body.admit && { person: await admit(application.village, application.name, application.dropped) }),
      }
      if (!(await applications.decide(state.id, application.id, decision)))
        throw Problem.refused({ clause: 'S4', code: 'applicationDecided', kind: 'state' })
      return view(state.id)
    }),

    implement(staffApi.getTemplate, async ({ actor, params }) =>
      toldTo(await templates.get(village(actor, params.village)), actor),
    ),

    implement(staffApi.putTemplate, async ({ actor, params, body }) => {
      await templates.put(village(actor, params.village), body, { at: new Date().toISOString(), by: byOf(actor) })
      return toldTo(await templates.get(params.village), actor)
    }),
  ]

  /** Puts an applicant on the register, where the list is filled from. Safe to repeat. */
  async function admit(code: string, name: string, dropped: string): Promise<string> {
    const phone = await mailbox.read(dropped)
    const { people: all } = await people.register(code, [
      { name, phone, category: 'volunteer', class: 'localResident' },
    ])
    const [person] = all
    if (person === undefined) throw new Error('Nobody was registered')
    return person.id
  }
}
