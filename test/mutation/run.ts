import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Reasoned, type Report, survivorsOf, unexplained } from './survivors.ts'

/**
 * `pnpm mutate`: breaks the rules line by line and counts what the tests notice. It fails below the share in
 * `packages/rules/stryker.config.json`, and on a survivor that `survivors.json` gives no reason for.
 * Arguments go to Stryker: `pnpm mutate --mutate src/voting/count.ts`.
 */
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T

const rules = fileURLToPath(new URL('../../packages/rules/', import.meta.url))
const { status } = spawnSync('stryker', ['run', 'stryker.config.json', ...process.argv.slice(2)], {
  cwd: rules,
  stdio: 'inherit',
})
const survivors = survivorsOf(read<Report>('../../reports/mutation.json'))
const unread = unexplained(survivors, read<Reasoned[]>('./survivors.json'))
for (const survivor of unread) console.log(JSON.stringify(survivor))
console.log(`${survivors.length} changes were not noticed, ${unread.length} of them without a reason in survivors.json`)
process.exitCode = status === 0 && unread.length === 0 ? 0 : 1
