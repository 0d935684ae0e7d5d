import { type Account, accountId } from '../../packages/local/src/signIn/accounts.ts'
import { offices } from '../../packages/local/src/signIn/offices.ts'

export type { Account }

/** The claims of an officer, as the identity provider gives them. */
export const claimsOf = (account: Account): Record<string, string> => ({
  sub: accountId(account),
  ...offices.claimsOf(account),
})
