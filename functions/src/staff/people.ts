import { type Implementation, implement, Problem } from '@xieshang/http'
import * as peopleApi from '@xieshang/http/operations/people'
import type { PlaceCode, Prove } from '@xieshang/kernel'
import type { CountyStore, Import, openPeople, Secrets } from '@xieshang/store'
import { page } from '../wiring/page.ts'
import { fingerprintOf } from '../wiring/request.ts'

/** So many people are registered while the officer waits; more of them go on in the background. */
const atOnce = 300

const importView = ({ id, state, total, done, rejected }: Import) => ({
  ...{ id, state, total, done },
  rejected: [...rejected],
})

/** S3: the register of a village. */
export function peopleOperations(
  people: ReturnType<typeof openPeople>,
  store: Pick<CountyStore, 'imports' | 'places'>,
  secrets: Secrets,
): Implementation[] {
  const reach = async (prove: Prove, village: PlaceCode) => {
    prove(village)
    const places = await store.places.known()
    if (places.find(village) === undefined) throw Problem.of('notFound')
  }
  return [
    implement(peopleApi.listPeople, async ({ params, query, prove }) => {
      await reach(prove, params.village)
      return page(people.list(params.village, query))
    }),
    implement(peopleApi.addPerson, async ({ params, body, prove }) => {
      await reach(prove, params.village)
      const { people: all } = await people.register(params.village, [body])
      const [person] = all
      if (person === undefined) throw new Error('Nobody was registered')
      const { name, phone, category, class: kind, division } = person
      return { name, category, class: kind, division, ...(phone !== undefined && { phone }) }
    }),
    implement(peopleApi.importPeople, async ({ actor, params, query, body, language, idempotencyKey, prove }) => {
      await reach(prove, params.village)
      // The reader of tables is loaded only when somebody imports one.
      const { readPeople } = await import('./csv.ts')
      const { good, rejected } = readPeople(body, language)
      const total = good.length
      const nothing = { state: 'done' as const, total, done: 0, rejected }
      if (rejected.length > 0 && query.mode === 'all') return nothing
      if (total > atOnce) {
        const id = fingerprintOf(actor.sub, idempotencyKey, params.village, query.mode)
        const begun = await store.imports.begin(secrets, params.village, id, good, rejected, new Date().toISOString())
        if (begun === 'keyReused') throw Problem.of('keyReused')
        return importView(begun)
      }
      await people.register(params.village, good)
      return { ...nothing, done: total }
    }),
    implement(peopleApi.getImport, async ({ params, prove }) => {
      await reach(prove, params.village)
      const found = await store.imports.get(params.village, params.id)
      if (found === undefined) throw Problem.of('notFound')
      return importView(found)
    }),
  ]
}
