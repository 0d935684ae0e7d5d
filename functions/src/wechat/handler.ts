import { declared, officialAccountPoster } from '@xieshang/channels'
import { openOfficialAccount } from '@xieshang/store'
import { posterOn } from '../telling/poster.ts'

/** Publishes under the county's official account. */
export const handler = posterOn(declared.wechat, ({ table, secrets, endpoint }) =>
  officialAccountPoster(endpoint, openOfficialAccount(table, secrets).open),
)
