import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { clauses, keysOf } from '@xieshang/rules'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const tableFile = join(root, 'docs/clauses.md')

type Listed = { readonly name: string; readonly file: string }

/** Every test there is, by its name, as the runner itself reads it. What also runs on a nearer city is one test. */
function allTests(): Listed[] {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const listed = execFileSync(process.execPath, [vitest, 'list', '--json', '--project', '!near'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(listed.slice(listed.indexOf('['))) as Listed[]
}

/** The clauses that a test's own names give: `P6a–c` and `P9d, P12` name all of theirs. */
export function clausesIn(name: string): string[] {
  const spread = name.replace(/\b([A-Z]\d{1,2})([a-g])[–-]([a-g])\b/g, (_, row: string, from: string, to: string) =>
    [...'abcdefg']
      .filter((letter) => letter >= from && letter <= to)
      .map((letter) => row + letter)
      .join(' '),
  )
  const rows = spread.replace(/\b([SMFG])(\d)[–-]\1(\d)\b/g, (_, letter: string, from: string, to: string) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_one, index) => letter + (Number(from) + index)).join(' '),
  )
  const known: readonly string[] = keysOf(clauses)
  return [...new Set(rows.match(/\b[SMFPGUE]\d{1,2}[a-g]?\b/g))].filter((id) => known.includes(id))
}

const proofsByFile = (proofs: readonly Listed[]): string[] =>
  [...Map.groupBy(proofs, ({ file }) => file)].flatMap(([file, named]) => [
    `- \`${file}\``,
    ...named.map(({ name }) => `  - ${name}`),
  ])

/** Which tests prove which clause, as Markdown: a table, and below it each clause with its tests; and the clauses that no test names. */
export function clauseTable(): { readonly markdown: string; readonly unproved: readonly string[] } {
  const tests = allTests()
    .map(({ name, file }) => ({ name, file: relative(root, file), ids: clausesIn(name) }))
    .toSorted((a, b) => a.file.localeCompare(b.file) || a.name.localeCompare(b.name))
  const rows = keysOf(clauses).map((id) => ({ id, proofs: tests.filter(({ ids }) => ids.includes(id)) }))
  const markdown = [
    '# The clauses and the tests that prove them',
    '',
    'Made from the names of the tests by `pnpm clauses`; the run fails when a clause has no test, or this page is stale.',
    '',
    '| id | clause | tests |',
    '| --- | --- | --- |',
    ...rows.map(({ id, proofs }) => `| [${id}](#${id.toLowerCase()}) | ${clauses[id].zh} | ${proofs.length} |`),
    '',
    ...rows.flatMap(({ id, proofs }) => [`## ${id}`, '', clauses[id].zh, '', ...proofsByFile(proofs), '']),
  ].join('\n')
  return { markdown, unproved: rows.filter(({ proofs }) => proofs.length === 0).map(({ id }) => id) }
}

export const writtenTable = (): string => readFileSync(tableFile, 'utf8')
