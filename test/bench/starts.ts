import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleFunction, bundleFunctions } from '../../infra/src/bundle.ts'
import { node, root } from './node.ts'

/** Each bundle is started so many times, all in turn, so that a busy moment meets them alike. */
const times = 11

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Of each variable that a function reads something: nothing is called. */
const environment = Object.fromEntries(
  [
    ...['TABLE_NAME', 'SEALS_TABLE', 'TENANT', 'KEY_ARN', 'TOPIC_ARN', 'PUBLIC_ORIGIN', 'COUNTIES', 'FRONT_SECRET'],
    ...['QUEUE_URL', 'WECHAT_ENDPOINT', 'AWS_REGION'],
  ].map((name) => [name, 'http://127.0.0.1:9']),
)

/** How long a process takes to load a bundle, in milliseconds, without starting the process. */
async function loading(file: string): Promise<number> {
  const { stdout } = await node(`
    Object.assign(process.env, ${JSON.stringify(environment)})
    const from = performance.now()
    await import(${JSON.stringify(file)})
    console.log(performance.now() - from)
    process.exit(0)`)
  return Number(stdout)
}

/** What a start loads of each function, and how long that takes beside a bare handler. */
export async function starts(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-starts-'))
  const bare = { name: 'bare', entry: join(root, 'test/bench/bareHandler.ts'), folder: join(folder, 'bare') }
  const bundles = [await bundleFunction(root, bare), ...(await bundleFunctions(root, folder))]
  const files = new Map(bundles.map(({ name }) => [name, join(folder, name, 'index.mjs')]))
  const took = new Map([...files.keys()].map((name): [string, number[]] => [name, []]))
  for (let turn = 0; turn < times; turn++) for (const [name, file] of files) took.get(name)?.push(await loading(file))
  const own = median(took.get('bare') ?? [])
  for (const { name, kilobytes, later } of bundles)
    console.log(
      `start          ${name.padEnd(9)} ${String(kilobytes).padStart(4)} KB${later > 0 ? ` and ${later} later` : ''}, ${(median(took.get(name) ?? []) / own).toFixed(2)} times a bare handler`,
    )
  await rm(folder, { recursive: true })
}
