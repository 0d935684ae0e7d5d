import { type Implementation, implement, Problem } from '@xieshang/http'
import * as joiningApi from '@xieshang/http/operations/joining'
import type { PlaceCode, Prove } from '@xieshang/kernel'
import { byOf, toldTo } from '@xieshang/rules'
import type { CountyStore } from '@xieshang/store'

/** S3: how the lists of a village are filled. */
export function templateOperations({ templates, places }: Pick<CountyStore, 'templates' | 'places'>): Implementation[] {
  const village = async (prove: Prove, code: PlaceCode) => {
    prove(code)
    const { find } = await places.known()
    if (find(code) === undefined) throw Problem.of('notFound')
    return code
  }

  return [
    implement(joiningApi.getTemplate, async ({ actor, params, prove }) =>
      toldTo(await templates.get(await village(prove, params.village)), actor),
    ),

    implement(joiningApi.putTemplate, async ({ actor, params, body, prove }) => {
      await templates.put(await village(prove, params.village), body, { at: new Date().toISOString(), by: byOf(actor) })
      return toldTo(await templates.get(params.village), actor)
    }),
  ]
}
