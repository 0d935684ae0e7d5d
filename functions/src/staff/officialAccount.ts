import { type Implementation, implement } from '@xieshang/http'
import * as officialAccountApi from '@xieshang/http/operations/officialAccount'
import type { PlaceCode } from '@xieshang/kernel'
import { type Actor, byOf, toldTo } from '@xieshang/rules'
import type { openOfficialAccount } from '@xieshang/store'

/** P3a: the county connects its official account; its secret goes in and never comes out. */
export function officialAccountOperations(
  store: ReturnType<typeof openOfficialAccount>,
  tenant: PlaceCode,
): Implementation[] {
  const view = async (reader: Actor) => {
    const account = toldTo(await store.get(), reader)
    return account === undefined ? {} : { account }
  }
  return [
    implement(officialAccountApi.getOfficialAccount, ({ actor, prove }) => {
      prove(tenant, 'around')
      return view(actor)
    }),
    implement(officialAccountApi.connectOfficialAccount, async ({ actor, body, prove }) => {
      prove(tenant)
      await store.connect({ ...body, at: new Date().toISOString(), by: byOf(actor) })
      return view(actor)
    }),
    implement(officialAccountApi.disconnectOfficialAccount, async ({ actor, prove }) => {
      prove(tenant)
      await store.disconnect()
      return view(actor)
    }),
  ]
}
