import type { By } from '@xieshang/rules'
import type { Item } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { keys } from './keys.ts'
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

const accountOf = ({ name, appId, cover, at, by }: Item): OfficialAccount => ({
  name: String(name),
  appId: String(appId),
  cover: String(cover),
  at: String(at),
  by: by as By,
})

/** P3a: the account under which a county's notices go out; its secret lies sealed under the county's key. */
export function openOfficialAccount(table: Table, secrets: Secrets) {
  const bound = (appId: string) => `wechat|${appId}`

  return {
    async connect(account: OfficialAccount & { readonly secret: string }): Promise<void> {
      const { secret, ...rest } = account
      await table.put({ ...keys.officialAccount, ...rest, sealed: await secrets.seal(secret, bound(rest.appId)) })
    },

    async disconnect(): Promise<void> {
      await table.transact([{ delete: keys.officialAccount }])
    },

    async get(): Promise<OfficialAccount | undefined> {
      const item = await table.get(keys.officialAccount)
      return item === undefined ? undefined : accountOf(item)
    },

    /** With its secret, for whoever publishes. */
    async open(): Promise<(OfficialAccount & { readonly secret: string }) | undefined> {
      const item = await table.get(keys.officialAccount)
      if (item === undefined) return undefined
      const account = accountOf(item)
      return { ...account, secret: await secrets.open(String(item.sealed), bound(account.appId)) }
    },
  }
}
