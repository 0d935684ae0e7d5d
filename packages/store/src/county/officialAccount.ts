import type { By } from '@xieshang/rules'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'
import type { Secrets } from './secrets.ts'

/** The county's official account (微信公众号), as officers read it. Its secret is never read back. */
export type OfficialAccount = {
  readonly name: string
  readonly appId: string
  /** Id of the picture above every article. */
  readonly cover: string
  readonly at: string
  readonly by: By
}

/** P3a: the account under which a county's notices go out; its secret lies sealed under the county's key. */
export function openOfficialAccount(table: Table, secrets: Secrets) {
  const key = entities.officialAccount.key({})
  const bound = (appId: string) => `wechat|${appId}`

  async function read() {
    const item = await table.get(key)
    return item === undefined ? undefined : entities.officialAccount.read(item)
  }

  return {
    async connect(account: OfficialAccount & { readonly secret: string }): Promise<void> {
      const { secret, ...rest } = account
      const sealed = await secrets.seal(secret, bound(rest.appId))
      await table.put(entities.officialAccount.item({ ...rest, sealed }))
    },

    async disconnect(): Promise<void> {
      await table.transact([{ delete: key }])
    },

    async get(): Promise<OfficialAccount | undefined> {
      const kept = await read()
      if (kept === undefined) return undefined
      const { sealed: _sealed, ...account } = kept
      return account
    },

    /** With its secret, for whoever publishes. */
    async open(): Promise<(OfficialAccount & { readonly secret: string }) | undefined> {
      const kept = await read()
      if (kept === undefined) return undefined
      const { sealed, ...account } = kept
      return { ...account, secret: await secrets.open(sealed, bound(account.appId)) }
    },
  }
}
