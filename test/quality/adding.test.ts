import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { edits, trial } from './invented.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const exec = promisify(execFile)

/** What a scratch copy needs: sources and the links of the workspace, which lead into the copy itself. */
const copied = ['packages', 'functions', 'infra', 'test', 'tsconfig.json', 'package.json', 'vitest.config.ts']
const left = /(^|\/)(dist|\.vite|\.vite-temp|\.data)$/

let scratch: string

async function run(tool: string, ...args: string[]): Promise<string> {
  const options = { cwd: scratch, env: { ...process.env, NO_COLOR: '1' }, maxBuffer: 50_000_000 }
  return exec(join(scratch, 'node_modules/.bin', tool), args, options).then(
    ({ stdout }) => stdout,
    (failed: { stdout: string; stderr: string }) => `${failed.stdout}${failed.stderr}`,
  )
}

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'xieshang-scratch-'))
  for (const name of copied)
    await cp(join(root, name), join(scratch, name), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !left.test(path),
    })
  // The tools are those of the checkout, but what they keep is the copy's own.
  await mkdir(join(scratch, 'node_modules'))
  for (const name of await readdir(join(root, 'node_modules')))
    if (!['.vite', '.vite-temp', '.vitest-cache', '.cache'].includes(name))
      await symlink(join(root, 'node_modules', name), join(scratch, 'node_modules', name))
}, 120_000)

afterAll(() => rm(scratch, { recursive: true, force: true }))

it('a command with its event, fields, words and place takes six source files, and runs', async () => {
  for (const { file, change } of edits) {
    const path = join(scratch, file)
    const text = await readFile(path, 'utf8').catch(() => '')
    await writeFile(path, change(text))
  }
  expect(new Set(edits.map(({ file }) => file)).size).toBeLessThanOrEqual(6)

  // A test of any command at random has to know a body for it; that is the test's own list and no source file.
  const bodies = join(scratch, 'packages/rules/test/any.ts')
  const any = await readFile(bodies, 'utf8')
  const known = '  registerTopic: fc.constant('
  await writeFile(bodies, any.replace(known, `  noteVisit: fc.constant({}),\n${known}`))

  const test = join(scratch, 'packages/web/src/added.unit.test.tsx')
  await mkdir(dirname(test), { recursive: true })
  await writeFile(test, trial)
  expect(await run('tsc', '--noEmit', '-p', '.')).toBe('')
  expect(await run('vitest', 'run', '--project', 'unit', 'packages/web/src/added')).toMatch(/1 passed/)
}, 180_000)
