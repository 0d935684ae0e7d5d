import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { counties } from '@xieshang/divisions'
import { freePort, startCity } from '../city/running.ts'
import { casting } from './casting.ts'
import { root, run, seconds, timed } from './node.ts'
import { memoryOf } from './process.ts'
import { reload } from './reload.ts'
import { starts } from './starts/starts.ts'
import { synthesis } from './synthesis.ts'
import { wholeList } from './whole.ts'

/** Figures of this machine and this run: `npm run bench`. Compare ratios, and what is exact: bytes and counts. */
const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`

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

const figures = { synthesis, starts, reload, pages, desk, calls, casting: () => casting({}), list: () => wholeList({}) }

/** `pnpm bench`, or some of it: `pnpm bench casting list`. */
const asked = process.argv.slice(2)
const wanted = Object.entries(figures).filter(([name]) => asked.length === 0 || asked.includes(name))
await run(process.execPath, [join(root, 'infra/src/build.ts')])
for (const [, measure] of wanted) await measure()
