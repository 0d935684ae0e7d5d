import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'

const web = fileURLToPath(new URL('../../packages/web', import.meta.url))
const out = mkdtempSync(join(tmpdir(), 'xieshang-pages-'))

type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }
let chunks: Readonly<Record<string, Chunk>>

beforeAll(() => {
  const vite = join(web, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--manifest', '--logLevel', 'warn', '--outDir', out, '--emptyOutDir']
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: web, encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  chunks = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8'))
})
afterAll(() => rmSync(out, { recursive: true }))

/** What a browser fetches before a page can show anything: itself, what it imports, their sheets. */
function filesOf(...pages: readonly string[]): string[] {
  const seen = new Set<string>()
  const see = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    for (const other of chunks[name]?.imports ?? []) see(other)
  }
  for (const page of pages) see(page)
  const files = [...seen].flatMap((name) => [chunks[name]?.file ?? '', ...(chunks[name]?.css ?? [])])
  return [...new Set(files)]
}

/** In thousands of bytes as they travel. */
const weightOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(out, file))).length, 0) / 1000

/** What each face may weigh. Whoever raises a figure says in the commit what its readers get for it. */
it.each([
  { face: 'the resident behind a link', page: 'src/resident/resident.tsx', most: 204 },
  { face: 'everybody, a consultation', page: 'src/publicPages/one.tsx', most: 234 },
  { face: 'everybody, the list', page: 'src/publicPages/list.tsx', most: 200 },
  { face: 'a screen', page: 'src/publicPages/screen.tsx', most: 204 },
  { face: 'the office', page: 'src/office/office.tsx', most: 323 },
  { face: 'the city', page: 'src/city/city.tsx', most: 295 },
])('$face loads no more than $most KB first', ({ page, most }) => {
  const files = filesOf('index.html', page)
  expect(chunks[page], page).toBeDefined()
  const kilobytes = weightOf(files)
  expect(kilobytes).toBeLessThanOrEqual(most)
  // A budget that nobody reaches guards nothing.
  expect(kilobytes).toBeGreaterThan(most * 0.9)
})

it('keeps from residents and everybody what only those who sign in need', () => {
  const texts = [
    'src/resident/resident.tsx',
    'src/publicPages/one.tsx',
    'src/publicPages/affairs.tsx',
    'src/publicPages/screen.tsx',
  ]
    .flatMap((page) => filesOf('index.html', page))
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(out, file), 'utf8'))
  // Words of the queries' library and of the sign-in that survive every minifier.
  const theirs = /QueryClient|refetchOnWindowFocus|signinRedirect/
  expect(texts.filter((text) => theirs.test(text))).toEqual([])
})
