import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { mintToken, openClock, openState, signingKey } from '@xieshang/desk/kept'
import { accountId, accountOf } from '../signIn/accounts.ts'
import { identity } from '../signIn/identity.ts'
import { offices } from '../signIn/offices.ts'

/** `npm run token -- ROLE DIVISION [--officer N]`: a token for the local run. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { officer: { type: 'string', default: '1' } },
})
const [role = '', division = ''] = positionals
const account = accountOf(offices, `${role}:${division}:${values.officer}`)
const dataDir = resolve(process.env.XIESHANG_DATA ?? '.data')

function give(zh: string, en: string): never {
  console.error(`${zh}\n${en}`)
  process.exit(1)
}

if (account === undefined) {
  const each = (comma: string) => offices.roles.map(({ name, digits }) => `${name}（${digits}）`).join(comma)
  give(
    `用法：npm run token -- 身份 行政区划代码。身份和代码位数：${each('、')}，例如 npm run token -- village 331102001001`,
    `Usage: npm run token -- ROLE DIVISION. Roles, with the digits of their codes: ${each(', ')}, e.g. npm run token -- village 331102001001`,
  )
}
if (!existsSync(join(dataDir, 'desk.sqlite')))
  give(`${dataDir} 里没有运行过的城市，请先运行 npm start。`, `No city has run in ${dataDir}. Run npm start first.`)
const state = openState(dataDir)
const origin = state.get('origin') ?? give('请先运行 npm start。', 'Run npm start first.')
console.log(
  await mintToken(
    {
      key: await signingKey(state),
      issuer: `${origin}/oidc`,
      clock: openClock(state),
      identity,
    },
    accountId(account),
  ),
)
state.close()
