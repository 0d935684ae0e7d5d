import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { counties } from '@xieshang/divisions'
import { freePort, startCity } from '../city/running.ts'
import { casting } from './casting.ts'
import { memoryOf } from './process.ts'
import { wholeList } from './whole.ts'

/** Figures of this machine and this run: `npm run bench`. Compare ratios, and what is exact: bytes and counts. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const from = performance.now()
  const value = await work()
  return { ms: performance.now() - from, value }
}

const node = (code: string) => run(process.execPath, ['--input-type=module', '-e', code], { cwd: root })

async function synthesis(): Promise<void> {
  const synthesize = (count: number) =>
    timed(async () => {
      const outdir = await mkdtemp(join(tmpdir(), 'xieshang-synth-'))
      await node(`
        const { cityApp } = await import(${JSON.stringify(join(root, 'infra/src/app.ts'))})
        const counties = Array.from({ length: ${count} }, (_, n) => ({ code: String(331102 + n), name: String(n) }))
        cityApp({ outdir: ${JSON.stringify(outdir)}, counties }).synth()`)
      await rm(outdir, { recursive: true })
    })
  const one = await synthesize(1)
  const hundred = await synthesize(100)
  console.log(
    `synthesis      1 county ${seconds(one.ms)}, 100 counties ${seconds(hundred.ms)} (${(hundred.ms / one.ms).toFixed(1)} times)`,
  )
}

async function bundles(): Promise<void> {
  const folder = join(root, '.build/functions')
  const empty = (await timed(() => node(''))).ms
  for (const name of await readdir(folder)) {
    const file = join(folder, name, 'index.mjs')
    const bytes = (await stat(file)).size
    const environment = `Object.assign(process.env, { TABLE_NAME: 't', TENANT: '331102', KEY_ARN: 'k', TOPIC_ARN: 't', PUBLIC_ORIGIN: 'o', AWS_REGION: 'us-east-1' })`
    const { ms } = await timed(() => node(`${environment}; await import(${JSON.stringify(file)}); process.exit(0)`))
    console.log(
      `bundle         ${name.padEnd(9)} ${kilobytes(bytes).padStart(8)}, import ${(ms / empty).toFixed(2)} times an empty process`,
    )
  }
}

async function pages(): Promise<void> {
  const folder = join(root, 'packages/web/dist/assets')
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name))
    console.log(
      `page           ${name.padEnd(30)} ${kilobytes(bytes.length).padStart(8)}, gzip ${kilobytes(gzipSync(bytes).length)}`,
    )
  }
}

async function desk(): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'xieshang-bench-'))
  const codes = counties().map(({ code }) => code)
  const start = async () => timed(async () => startCity({ port: await freePort(), data, counties: codes }))
  const first = await start()
  const bytes = await memoryOf(first.value.child.pid ?? 0)
  await first.value.stop()
  const next = await start()
  await next.value.stop()
  await rm(data, { recursive: true, force: true })
  console.log(
    `desk           ${codes.length} counties: first start ${seconds(first.ms)}, next ${seconds(next.ms)}, idle ${Math.round(bytes / 2 ** 20)} MB`,
  )
}

/** Engine calls, counted exactly: tests of their own, here with the longest list, too. */
function calls(): Promise<void> {
  const child = spawn('vitest', ['run', '--project', 'int', 'test/bench', '--reporter=verbose'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, BENCH_LISTS: '20,1000,5000' },
  })
  return new Promise((resolve, reject) =>
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('The calls of the engine are not what they must be')),
    ),
  )
}

const figures = { synthesis, bundles, pages, desk, calls, casting: () => casting({}), list: () => wholeList({}) }

/** `pnpm bench`, or some of it: `pnpm bench casting list`. */
const asked = process.argv.slice(2)
const wanted = Object.entries(figures).filter(([name]) => asked.length === 0 || asked.includes(name))
await run(process.execPath, [join(root, 'infra/src/build.ts')])
for (const [, measure] of wanted) await measure()
