import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Tracked files and new ones, ignored ones not. */
const filesOf = (root: string, ...under: readonly string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...under], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((name) => name !== '' && existsSync(join(root, name)))

/** What the sample is drawn from. Words and the descriptions of the API are read by people, not run. */
export const scopeOf = (root: string): string[] =>
  filesOf(root, 'functions/src', 'packages/acts/src', 'packages/store/src', 'packages/http/src').filter(
    (name) => name.endsWith('.ts') && !name.includes('.test.') && !/\/texts(\/|\.ts$)/.test(name),
  )

/** A copy of the project to break things in: the dependencies are the same, the workspace's packages are the copy's. */
export function makeSandbox(
  root: string,
  sandbox: string,
  broken: readonly { readonly name: string; readonly content: string }[],
): void {
  rmSync(sandbox, { recursive: true, force: true })
  const files = filesOf(root)
  for (const name of files) cpSync(join(root, name), join(sandbox, name))
  for (const { name, content } of broken) writeFileSync(join(sandbox, name), content)
  symlinkSync(join(root, 'node_modules'), join(sandbox, 'node_modules'))
  for (const member of files.filter((name) => name.endsWith('/package.json')).map(dirname)) {
    const links = join(root, member, 'node_modules')
    if (!existsSync(links)) continue
    // Relative links stay as they are, so that they lead to the copies.
    cpSync(links, join(sandbox, member, 'node_modules'), { recursive: true, verbatimSymlinks: true })
  }
}
