import { findDivision } from '@xieshang/divisions'
import { type Implementation, implement, Problem, requireReach, staffApi } from '@xieshang/http'
import type { Actor } from '@xieshang/rules'
import type { openPeople } from '@xieshang/store'
import { page } from './answers.ts'
import { readPeople } from './csv.ts'

/** S3: the register of a village. */
export function peopleOperations(people: ReturnType<typeof openPeople>): Implementation[] {
  const reach = (actor: Actor, village: string) => {
    requireReach(actor, village)
    if (findDivision(village) === undefined) throw Problem.of('notFound')
  }
  return [
    implement(staffApi.listPeople, async ({ actor, params, query }) => {
      reach(actor, params.village)
      return page(people.list(params.village, query))
    }),
    implement(staffApi.addPerson, async ({ actor, params, body }) => {
      reach(actor, params.village)
      const { people: all } = await people.register(params.village, [body])
      const [person] = all
      if (person === undefined) throw new Error('Nobody was registered')
      return person
    }),
    implement(staffApi.importPeople, async ({ actor, params, query, body, language }) => {
      reach(actor, params.village)
      const { good, rejected } = readPeople(body, language)
      if (rejected.length > 0 && query.mode === 'all') return { imported: 0, unchanged: 0, rejected }
      const { imported, unchanged } = await people.register(params.village, good)
      return { imported, unchanged, rejected }
    }),
  ]
}
