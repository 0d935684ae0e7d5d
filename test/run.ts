import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { needless } from './grants.ts'
import { requireChromium } from './setup/chromium.ts'

/** What `npm test` runs: everything, and as its last line the runner's own count. */
const root = fileURLToPath(new URL('..', import.meta.url))
const report = join(root, 'reports/vitest.json')

type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly name: string
    readonly startTime: number
    readonly endTime: number
    readonly assertionResults: readonly unknown[]
  }[]
}

/** Everything but what runs twice. */
const usual = ['unit', 'int', 'city', 'quality'].flatMap((name) => ['--project', name])
const asked = process.argv.slice(2)
const chosen = asked.includes('--project') ? asked : [...usual, ...asked]
if (chosen.includes('city')) requireChromium()
const grants = join(root, 'reports/grants')
rmSync(grants, { recursive: true, force: true })
mkdirSync(dirname(report), { recursive: true })
rmSync(report, { force: true })
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...chosen]
const child = spawn(process.execPath, args, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, XIESHANG_GRANTS: grants },
})
const code = await new Promise<number>((ended) => child.once('exit', (status) => ended(status ?? 1)))

const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
// A file that could not even be loaded has no test that failed, yet it did.
const unloaded = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
)
for (const { name } of unloaded) console.log(`could not be loaded: ${name}`)
// Only a whole run shows what nobody needs.
const unneeded = process.argv.length > 2 ? [] : needless(grants)
for (const grant of unneeded) console.log(`granted, never used and without a reason: ${grant}`)
const known = numFailedTests + unloaded.length + (unneeded.length > 0 ? 1 : 0)
const failed = known + (code !== 0 && known === 0 ? 1 : 0)
const slowest = testResults.toSorted((a, b) => b.endTime - b.startTime - (a.endTime - a.startTime)).slice(0, 10)
console.log('the slowest files:')
for (const { name, startTime, endTime } of slowest)
  console.log(`${String(Math.round((endTime - startTime) / 1000)).padStart(6)} s  ${relative(root, name)}`)
console.log(`${numPassedTests} passed, ${failed} failed`)
process.exit(failed > 0 || numPassedTests === 0 ? 1 : 0)
