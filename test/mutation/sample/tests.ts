import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { startDynamoDb } from '@xieshang/desk'
import type { Outcome } from './outcomes.ts'

/** A test file, how long it takes, and the mutants it comes past. */
export type Covering = { readonly file: string; readonly ms: number; readonly ids: ReadonlySet<string> }

type Report = {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly startTime: number
    readonly endTime: number
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

type Ran = {
  readonly passed: boolean
  readonly late: boolean
  readonly by: string
  readonly report: Report | undefined
}

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

/** Runs test files of the sandbox one after the other. */
async function run(
  sandbox: string,
  options: {
    readonly engine: string
    readonly files: readonly string[]
    readonly withinMs: number
    readonly untilFailure: boolean
    readonly environment?: Readonly<Record<string, string>>
  },
): Promise<Ran> {
  const out = mkdtempSync(join(tmpdir(), 'xieshang-mutant-'))
  const report = join(out, 'report.json')
  const child = spawn(
    process.execPath,
    [
      ...[vitest, 'run', '--config', 'test/mutation/sample/vitest.config.ts', '--reporter=json'],
      ...[
        `--outputFile=${report}`,
        ...(options.untilFailure ? ['--bail=1', '--maxWorkers=1'] : ['--maxWorkers=2']),
        ...options.files,
      ],
    ],
    {
      cwd: sandbox,
      stdio: 'ignore',
      // A group of its own: a worker that hangs ends with it.
      detached: true,
      env: {
        ...process.env,
        // What a broken line keeps from coming is not waited for a minute in each test.
        TEST_PATIENCE_MS: '15000',
        SAMPLE_DYNAMODB: options.engine,
        SAMPLE_FILES: options.files.join(','),
        ...options.environment,
      },
    },
  )
  let late = false
  const timer = setTimeout(() => {
    late = true
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }, options.withinMs)
  const code = await new Promise<number>((ended) => child.once('exit', (status) => ended(status ?? 1)))
  clearTimeout(timer)
  const read = late ? undefined : reportIn(report)
  rmSync(out, { recursive: true, force: true })
  // Files that were not begun after the first failure are told as failed, too.
  const failures = read?.testResults.filter(({ status }) => status === 'failed') ?? []
  const isFailed = ({ status }: { readonly status: string }) => status === 'failed'
  const failed = failures.find(({ assertionResults }) => assertionResults.some(isFailed)) ?? failures[0]
  const assertion = failed?.assertionResults.find(isFailed)
  const by = late
    ? 'the time'
    : `${relative(sandbox, failed?.name ?? '')}: ${assertion?.fullName ?? failed?.message ?? ''}`
  return { passed: code === 0, late, by, report: read }
}

function reportIn(path: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report
  } catch (error) {
    // A runner that could not even begin leaves none.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Every test file as it is without a change. One that fails tells nothing and is left out; that is said. */
export async function coverageIn(sandbox: string, say: (line: string) => void): Promise<Covering[]> {
  const covered = join(sandbox, 'covered')
  const engine = await startDynamoDb()
  try {
    const { report } = await run(sandbox, {
      engine: engine.endpoint,
      files: [],
      withinMs: 1_800_000,
      untilFailure: false,
      environment: { SAMPLE_COVERED: covered },
    })
    if (report === undefined) throw new Error('The tests did not run')
    const passed = new Map(
      report.testResults.flatMap(({ name, status, startTime, endTime }) => {
        if (status === 'passed') return [[name, endTime - startTime]]
        say(`fails without any change, and is left out: ${relative(sandbox, name)}`)
        return []
      }),
    )
    return readdirSync(covered)
      .map((name) => JSON.parse(readFileSync(join(covered, name), 'utf8')) as { file: string; ids: string[] })
      .filter(({ file }) => passed.has(file))
      .map(({ file, ids }) => ({ file: relative(sandbox, file), ms: passed.get(file) ?? 0, ids: new Set(ids) }))
      .toSorted((a, b) => a.ms - b.ms)
  } finally {
    await engine.stop()
  }
}

/** Something on an engine of its own, on which nothing was left by tests before. */
async function onFreshEngine<T>(act: (endpoint: string) => Promise<T>): Promise<T> {
  const engine = await startDynamoDb()
  try {
    return await act(engine.endpoint)
  } finally {
    await engine.stop()
  }
}

/**
 * What became of a mutant under the test files that come past it; undefined where the machine was too busy to tell. What is
 * late is tried once more, and late again is noticed only where the same files end in time without the mutant.
 */
async function outcomeOf(sandbox: string, near: readonly Covering[], id: string): Promise<Outcome | undefined> {
  if (near.length === 0) return { noticed: false, by: 'no test comes past it' }
  const tryIt = (active: string) =>
    onFreshEngine((engine) =>
      run(sandbox, {
        engine,
        files: near.map(({ file }) => file),
        untilFailure: true,
        // A test that waits in vain gives up by itself: only a worker that hangs is late, and a wrong guess costs three runs.
        withinMs: 120_000 + 6 * near.reduce((sum, { ms }) => sum + ms, 0),
        environment: { __STRYKER_ACTIVE_MUTANT__: active },
      }),
    )
  const once = await tryIt(id)
  const { passed, by, late } = once.late ? await tryIt(id) : once
  if (late && (await tryIt('')).late) return undefined
  return { noticed: !passed, by: passed ? `${near.length} files` : by }
}

/** Tries mutants one after the other. @param say is told what became of each, or that nothing can be told */
export async function tryOut<M extends { readonly id: string }>(
  sandbox: string,
  coverage: readonly Covering[],
  next: () => M | undefined,
  say: (mutant: M, outcome: Outcome | undefined) => void,
): Promise<void> {
  for (let mutant = next(); mutant !== undefined; mutant = next()) {
    const { id } = mutant
    const near = coverage.filter(({ ids }) => ids.has(id))
    say(mutant, await outcomeOf(sandbox, near, id))
  }
}
