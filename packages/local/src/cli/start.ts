import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { requireJava, startDesk } from '@xieshang/desk'
import { instantIn, StartFailure } from '@xieshang/desk/kept'
import { counties as allCounties, city as theCity } from '@xieshang/divisions'
import { phonesPlugin } from '../phones/plugin.ts'
import { identity } from '../signIn/identity.ts'
import { wechatPlugin } from '../wechat/platform.ts'
import { keepGrants } from './grants.ts'
import { product } from './product.ts'
import { withRemedies } from './remedies.ts'

/** The place's own time, summer and winter. */
const zone = '+08:00'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

type Wish = {
  readonly port: number
  readonly dataDir: string
  readonly fresh: boolean
  readonly counties: readonly string[]
  /** Where the clock is set at a first start. */
  readonly clock: number | undefined
}

function wishOf(args: readonly string[], env: NodeJS.ProcessEnv): Wish {
  const known = allCounties().map(({ code }) => code)
  const usage = new StartFailure(
    `用法：npm start [-- --fresh] [--counties ${known.slice(0, 2).join(',')}] [--clock "2026-03-02 08:00"]；县（市、区）代码：${known.join('、')}。`,
    `Usage: npm start [-- --fresh] [--counties ${known.slice(0, 2).join(',')}] [--clock "2026-03-02 08:00"]; counties: ${known.join(', ')}.`,
  )
  let values: { fresh?: boolean; counties?: string; clock?: string }
  try {
    values = parseArgs({
      args: [...args],
      options: { fresh: { type: 'boolean' }, counties: { type: 'string' }, clock: { type: 'string' } },
    }).values
  } catch (error) {
    if (error instanceof TypeError) throw usage
    throw error
  }
  const counties = values.counties?.split(',').map((code) => code.trim()) ?? known
  if (counties.some((code) => !known.includes(code))) throw usage
  const clock = values.clock === undefined ? undefined : instantIn(values.clock, zone)
  if (values.clock !== undefined && clock === undefined) throw usage
  const port = Number(env.PORT ?? 4100)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartFailure(
      `环境变量 PORT 应为 0 到 65535 的整数，现在是“${env.PORT}”。`,
      `PORT should be a whole number up to 65535, not “${env.PORT}”.`,
    )
  return { port, dataDir: resolve(env.XIESHANG_DATA ?? '.data'), fresh: values.fresh === true, counties, clock }
}

/** Builds what changed. The build says itself what it does and what went wrong. */
async function build(): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../../../infra/src/build.ts', import.meta.url))], {
    stdio: 'inherit',
  })
  const code = await new Promise((ended) => child.once('exit', ended))
  if (code !== 0) throw new StartFailure('构建没有成功，原因见上。', 'The build did not succeed; see above.')
}

/** Errors of the system that a person can mend, in plain words. */
function plainly(error: unknown): StartFailure | undefined {
  if (error instanceof StartFailure) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || (error instanceof Error && /disk is full|SQLITE_FULL/i.test(error.message)))
    return new StartFailure('磁盘已满：请腾出空间后再启动。', 'The disk is full: free some space and start again.')
  // Making a folder on a read-only file system is answered with ENOENT.
  const folder = error instanceof Error && 'syscall' in error && error.syscall === 'mkdir'
  if (
    ['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST'].includes(code) ||
    (code === 'ENOENT' && folder) ||
    (code === 'ERR_SQLITE_ERROR' && /unable to open|readonly/.test(String(error)))
  )
    return new StartFailure(
      `数据目录不能写入：${String(error)}。`,
      `The data directory cannot be written: ${String(error)}.`,
      'anotherFolder',
    )
  return undefined
}

async function run(): Promise<void> {
  const wish = wishOf(process.argv.slice(2), process.env)
  await requireJava()
  await build()
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
    running.stop().then(
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
