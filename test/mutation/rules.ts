import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Reasoned, type Report, survivorsOf, unexplained } from './survivors.ts'

const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T

/**
 * Breaks the rules line by line and counts what their tests notice.
 * @param options of Stryker: `--mutate src/voting/count.ts`
 * @returns whether the share of `packages/rules/stryker.config.json` was noticed, and each survivor has a reason
 */
export function runRules(options: readonly string[]): boolean {
  const rules = fileURLToPath(new URL('../../packages/rules/', import.meta.url))
  const { status } = spawnSync('stryker', ['run', 'stryker.config.json', ...options], { cwd: rules, stdio: 'inherit' })
  const survivors = survivorsOf(read<Report>('../../reports/mutation.json'))
  const unread = unexplained(survivors, read<Reasoned[]>('./survivors.json'))
  for (const survivor of unread) console.log(JSON.stringify(survivor))
  console.log(
    `${survivors.length} changes were not noticed, ${unread.length} of them without a reason in survivors.json`,
  )
  return status === 0 && unread.length === 0
}
