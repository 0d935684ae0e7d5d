import type { Identity } from '@xieshang/desk/kept'
import { accountOf } from './accounts.ts'
import { offices } from './offices.ts'
import { signInHtml } from './page.ts'

const html = signInHtml(offices)

/** Who signs in on the desk, with the claims that the functions ask for. */
export const identity: Identity = {
  clientId: 'xieshang-web',
  audience: 'https://api.xieshang.example',
  claims: ['role', 'division', 'tenant', 'name'],
  claimsOf: (id) => {
    const account = accountOf(offices, id)
    return account === undefined ? undefined : offices.claimsOf(account)
  },
  signInPage: (refused) => (refused ? html.replace('hidden role="alert"', 'role="alert"') : html),
  accountIn: (form) => ['role', 'division', 'officer'].map((name) => form.get(name)).join(':'),
}
