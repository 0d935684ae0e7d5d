import { type Implementation, implement, Problem } from '@xieshang/http'
import * as placesApi from '@xieshang/http/operations/places'
import { keysOf, relations } from '@xieshang/rules'
import type { CountyStore } from '@xieshang/store'
import { meOf } from '../wiring/me.ts'

/** Who and where the officer is, and the catalogue. */
export function placeOperations({ settings, places }: Pick<CountyStore, 'settings' | 'places'>): Implementation[] {
  return [
    implement(placesApi.me, async ({ actor, prove }) => meOf(actor, prove, await places.known())),
    implement(placesApi.getDivision, async ({ params, prove }) => {
      prove(params.code)
      const { find, childrenOf } = await places.known()
      const division = find(params.code)
      if (division === undefined) throw Problem.of('notFound')
      return { division, children: childrenOf(params.code) }
    }),
    implement(placesApi.getCatalogue, async ({ actor, prove }) => {
      prove(actor.division)
      const { version, matters } = await settings.catalogueAt(new Date().toISOString())
      return {
        version,
        relations: keysOf(relations).map((code) => ({ code, ...relations[code] })),
        matters: matters.map(({ code, relation, label, assembly, withdrawn = false }) => ({
          code,
          relation,
          ...label,
          assembly,
          withdrawn,
        })),
      }
    }),
  ]
}
