import { type Implementation, implement, settingsApi } from '@xieshang/http'
import type { openOfficialAccount } from '@xieshang/store'

/** P3a: the county connects its official account; its secret goes in and never comes out. */
export function officialAccountOperations(store: ReturnType<typeof openOfficialAccount>): Implementation[] {
  const view = async () => {
    const account = await store.get()
    return account === undefined ? {} : { account }
  }
  return [
    implement(settingsApi.getOfficialAccount, view),
    implement(settingsApi.connectOfficialAccount, async ({ actor: { sub, name }, body }) => {
      await store.connect({ ...body, at: new Date().toISOString(), by: { sub, name } })
      return view()
    }),
    implement(settingsApi.disconnectOfficialAccount, async () => {
      await store.disconnect()
      return view()
    }),
  ]
}
