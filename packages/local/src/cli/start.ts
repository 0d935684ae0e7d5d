import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { requireJava, startDesk } from '@xieshang/desk'
import { counties as allCounties, city as theCity } from '@xieshang/divisions'
import { phonesPlugin } from '../phones/plugin.ts'
import { identity } from '../signIn/identity.ts'
import { wechatPlugin } from '../wechat/platform.ts'
import { build, watchSources } from './bundles.ts'
import { keepGrants } from './grants.ts'
import { product } from './product.ts'
import { plainly, withRemedies } from './remedies.ts'
import { wishOf, zone } from './wish.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

async function run(): Promise<void> {
  const wish = wishOf(process.argv.slice(2), process.env)
  await requireJava()
  await build()
  const sources = wish.watch ? await watchSources() : undefined
  const frontSecret = randomBytes(32).toString('hex')
  const running = await startDesk({
    assemblyDir: `${root}/cdk.out`,
    dataDir: wish.dataDir,
    product,
    fresh: wish.fresh,
    port: wish.port,
    wants: (stack) => stack === 'XieshangCity' || wish.counties.some((code) => stack === `Xieshang${code}`),
    parameters: ({ origin, issuer }) => ({
      PublicOrigin: origin,
      OidcIssuer: issuer,
      OidcAudience: identity.audience,
      WechatEndpoint: `${origin}/wechat`,
      FrontSecret: frontSecret,
    }),
    ...(wish.clock !== undefined && { clock: wish.clock }),
    zone,
    webDir: `${root}/packages/web/dist`,
    config: {
      city: { code: theCity().code, name: theCity().name },
      counties: allCounties()
        .filter(({ code }) => wish.counties.includes(code))
        .map(({ code, name }) => ({ code, name })),
    },
    identity,
    plugins: [phonesPlugin, wechatPlugin],
    ...(sources !== undefined && { refresh: sources.refresh }),
    say: (line) => console.log(line),
    lost: (failure) => {
      console.error(withRemedies(failure))
      process.exit(1)
    },
  })
  if (process.env.XIESHANG_GRANTS !== undefined) keepGrants(process.env.XIESHANG_GRANTS, running)
  const { origin } = running
  if (running.notRun.length > 0) {
    console.log('模板里有、本机不能运行的 / asked for by the templates and not run on a desk:')
    // A county has what every county has: each is named once, with the stacks that ask for it.
    for (const [type, all] of Map.groupBy(running.notRun, (one) => one.type))
      for (const [id, same] of Map.groupBy(all, (one) => one.id))
        console.log(`  ${type} ${id}: ${same.map(({ stack }) => stack.replace('Xieshang', '')).join(', ')}`)
  }
  console.log(`首页 / start page     ${origin}/`)
  console.log(`经办人 / office       ${origin}/office`)
  console.log(`市级看板 / dashboard  ${origin}/city`)
  console.log(`手机 / phones         ${origin}/phone`)
  console.log(`公众号 / WeChat       ${origin}/wechat`)
  console.log(`接口 / API            ${origin}/api/${wish.counties[0]}/openapi.json`)
  console.log(`ready ${origin}`)
  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    Promise.all([running.stop(), sources?.stop()]).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

try {
  await run()
} catch (error) {
  const plain = plainly(error)
  console.error(plain === undefined ? error : withRemedies(plain))
  process.exit(1)
}
