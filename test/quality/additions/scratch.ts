import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { makeSandbox } from '../../mutation/sample/sandbox.ts'

const run = promisify(execFile)

/** A copy of the project to add things to. */
export type Scratch = {
  /** Writes a new file. */
  readonly write: (name: string, text: string) => void
  /** Inserts lines before one that stands there once. @throws Error when it does not */
  readonly insert: (name: string, before: string, lines: string) => void
  /** Source files that are other than in the project, or new since something was done. */
  readonly changedBy: (act: () => void) => string[]
  /** What a script prints that runs in the copy. @throws Error with what it wrote when it fails */
  readonly print: (script: string) => Promise<string>
  /** Runs a test of the copy. @returns what the runner prints, whether it passed or not */
  readonly test: (name: string) => Promise<string>
  /** Makes anew what is generated from the API, as whoever adds something does. */
  readonly generate: () => Promise<void>
  /** What the compiler says of the sources. */
  readonly typecheck: () => Promise<string>
  readonly remove: () => void
}

const folders = ['packages', 'functions', 'infra']
/** Neither tests nor what is generated. */
const isSource = (name: string) => /\/src\/.*\.(tsx?|json|css)$/.test(name) && !/\.test\.tsx?$|\.gen\.d\.ts$/.test(name)

function sourcesIn(root: string): ReadonlyMap<string, string> {
  const names = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
      .filter(isSource),
  )
  return new Map(names.map((name) => [name, readFileSync(join(root, name), 'utf8')]))
}

const tsconfig = {
  extends: './tsconfig.json',
  include: folders.map((folder) => (folder === 'packages' ? 'packages/*/src' : `${folder}/src`)),
  exclude: ['**/node_modules', '**/*.test.ts', '**/*.test.tsx'],
}

/** The whole of the project's own files, in a temporary folder, with the same dependencies. */
export function makeScratch(root: string): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-additions-'))
  makeSandbox(root, folder, [])
  const path = (name: string) => join(folder, name)
  const write = (name: string, text: string) => {
    mkdirSync(dirname(path(name)), { recursive: true })
    writeFileSync(path(name), text)
  }
  const print = async (...args: readonly string[]) =>
    (await run(process.execPath, args, { cwd: folder, maxBuffer: 32_000_000 })).stdout
  /** What a tool of the project prints in the copy, also where it fails. */
  const told = (tool: string, args: readonly string[]) =>
    run(join(root, 'node_modules/.bin', tool), args, { cwd: folder, env: { ...process.env, NO_COLOR: '1' } }).then(
      ({ stdout }) => stdout,
      (error: { readonly stdout?: string }) => error.stdout ?? String(error),
    )
  return {
    write,
    insert(name, before, lines) {
      const text = readFileSync(path(name), 'utf8')
      const [head, tail, ...others] = text.split(before)
      if (head === undefined || tail === undefined || others.length > 0)
        throw new Error(`“${before}” does not stand once in ${name}`)
      writeFileSync(path(name), `${head}${lines}${before}${tail}`)
    },
    changedBy(act) {
      const known = sourcesIn(folder)
      act()
      return [...sourcesIn(folder)].flatMap(([name, text]) => (known.get(name) === text ? [] : [name]))
    },
    print: (script) => print('--input-type=module', '--eval', script),
    test: (name) => told('vitest', ['run', '--project', 'unit', name]),
    async generate() {
      await print('packages/web/scripts/generate-api.ts')
    },
    async typecheck() {
      write('tsconfig.sources.json', JSON.stringify(tsconfig))
      // On several threads it checks much of the same twice, and other tests want the cores.
      const args = ['-p', 'tsconfig.sources.json', '--singleThreaded']
      return told('tsc', args)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
