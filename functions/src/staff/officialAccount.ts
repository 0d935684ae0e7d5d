import { type Implementation, implement, settingsApi } from '@xieshang/http'
import { type Actor, byOf, toldTo } from '@xieshang/rules'
import type { openOfficialAccount } from '@xieshang/store'

/** P3a: the county connects its official account; its secret goes in and never comes out. */
export function officialAccountOperations(store: ReturnType<typeof openOfficialAccount>): Implementation[] {
  const view = async ({ actor }: { actor: Actor }) => {
    const account = toldTo(await store.get(), actor)
    return account === undefined ? {} : { account }
  }
  return [
    implement(settingsApi.getOfficialAccount, view),
    implement(settingsApi.connectOfficialAccount, async ({ actor, body }) => {
      await store.connect({ ...body, at: new Date().toISOString(), by: byOf(actor) })
      return view({ actor })
    }),
    implement(settingsApi.disconnectOfficialAccount, async ({ actor }) => {
      await store.disconnect()
      return view({ actor })
    }),
  ]
}
