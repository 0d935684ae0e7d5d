import { type Implementation, implement, Problem } from '@xieshang/http'
import * as joiningApi from '@xieshang/http/operations/joining'
import type { Prove } from '@xieshang/kernel'
import { type Actor, byOf, type Consultation, decisionProblem, isSame, maskPhone } from '@xieshang/rules'
import type { Application, CountyStore, Mailbox, NewPerson, openPeople, Secrets } from '@xieshang/store'
import { page } from '../wiring/page.ts'

/** S4: applications to take part. */
export function joiningOperations(
  store: Pick<CountyStore, 'consultations' | 'applications' | 'places'>,
  people: ReturnType<typeof openPeople>,
  secrets: Secrets,
  mailbox: Mailbox,
): Implementation[] {
  const { consultations, applications, places } = store

  async function load(prove: Prove, id: string): Promise<Consultation> {
    const state = await consultations.load(id)
    if (state === undefined) throw Problem.of('notFound')
    prove(state.division)
    return state
  }

  /** The number of an application as an officer may see it: opened at the first look, kept masked from then on. */
  async function seen(consultation: string, one: Application): Promise<Application> {
    if (one.phoneMark !== undefined) return one
    const number = await mailbox.read(one.dropped)
    const phone = maskPhone(number)
    const phoneMark = await secrets.index(`applicant|${consultation}|${number}`)
    await applications.look(consultation, one.id, { phone, mark: phoneMark })
    return { ...one, phone, phoneMark }
  }

  async function view(consultation: string, found: readonly Application[]) {
    const all = await Promise.all(found.map((one) => seen(consultation, one)))
    const marks = all.flatMap(({ phoneMark }) => phoneMark ?? [])
    const [shared, { nameOf }] = await Promise.all([applications.shared(consultation, marks), places.known()])
    return all.map(({ dropped: _dropped, phoneMark = '', phone = '', decision, ...one }) => ({
      ...one,
      villageName: nameOf(one.village),
      phone,
      samePhone: shared.has(phoneMark),
      ...(decision !== undefined && {
        decision: { at: decision.at, by: decision.by.name, reason: decision.reason },
      }),
    }))
  }

  type Answer = { readonly admit: boolean; readonly reason: string }

  /** The same decision again is the same decision: it was cut off on its way back. */
  const isDecided = ({ decision, state }: Application, { admit, reason }: Answer, actor: Actor): boolean =>
    decision !== undefined &&
    isSame(decision.by, actor) &&
    decision.reason === reason &&
    (state === 'admitted') === admit

  const newcomer = async ({ name, dropped }: Application): Promise<NewPerson> => ({
    ...{ name, category: 'volunteer', class: 'localResident' },
    phone: await mailbox.read(dropped),
  })

  /** Decided before anybody is registered: who was declined meanwhile does not come onto the register. */
  async function decide(state: Consultation, application: Application, answer: Answer, actor: Actor): Promise<void> {
    const decision = {
      at: new Date().toISOString(),
      by: byOf(actor),
      reason: answer.reason,
      ...(answer.admit && { person: await people.idOf(application.village, await newcomer(application)) }),
    }
    if (!(await applications.decide(state.id, application.id, decision)))
      throw Problem.refused({ clause: 'S4', code: 'applicationDecided', kind: 'state' })
    await welcome([{ ...application, decision }])
  }

  /** Puts who was admitted on the register, where the list is filled from; who stands there already stays as they are. */
  async function welcome(admitted: readonly Application[]): Promise<void> {
    const named = admitted.filter(({ decision }) => decision?.person !== undefined)
    const there = await people.find(named.flatMap(({ decision }) => decision?.person ?? []))
    for (const application of named)
      if (!there.has(application.decision?.person ?? ''))
        await people.register(application.village, [await newcomer(application)])
  }

  return [
    implement(joiningApi.getApplications, async ({ params, query, prove }) => {
      await load(prove, params.id)
      const { applications: found, cursor } = await page(applications.list(params.id, query.which, query))
      return { applications: await view(params.id, found), ...(cursor !== undefined && { cursor }) }
    }),

    implement(joiningApi.decideApplication, async ({ actor, params, body, prove }) => {
      const state = await load(prove, params.id)
      const ids = [...new Set(body.applications)]
      const found = await applications.find(state.id, ids)
      if (found.length < ids.length) throw Problem.of('notFound')
      const open = found.filter((application) => !isDecided(application, body, actor))
      // All are looked at before the first is decided on; one that somebody else decides meanwhile ends it there.
      for (const application of open) {
        const problem = decisionProblem(state, application, body)
        if (problem !== undefined) throw Problem.refused(problem)
      }
      // What was cut off behind its decision is finished first.
      await welcome(found.filter((application) => isDecided(application, body, actor)))
      for (const application of open) await decide(state, application, body, actor)
      return { applications: await view(state.id, await applications.find(state.id, ids)) }
    }),
  ]
}
