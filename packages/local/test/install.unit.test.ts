import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('../src/cli/install.mjs', import.meta.url))
let root: string

/** A repository with one package, and an npx that only writes down that it was called. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'desk-install-'))
  for (const folder of ['packages/one', 'bin']) mkdirSync(join(root, folder), { recursive: true })
  const manifest = JSON.stringify({ devDependencies: { two: '1' } })
  for (const file of ['package.json', 'packages/one/package.json']) writeFileSync(join(root, file), manifest)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) writeFileSync(join(root, file), 'one: 1\n')
  const npx = join(root, 'bin/npx')
  writeFileSync(
    npx,
    '#!/bin/sh\necho "$@" >> called\n[ -d offline ] && exit 1\nmkdir -p node_modules/.pnpm packages/one/node_modules && cp pnpm-lock.yaml node_modules/.pnpm/lock.yaml\n',
  )
  chmodSync(npx, 0o755)
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(root, 'bin')}${delimiter}${process.env.PATH}` },
  })
  return { status, said: stdout + stderr }
}
const calls = () =>
  existsSync(join(root, 'called')) ? readFileSync(join(root, 'called'), 'utf8').trim().split('\n') : []

describe('what npm start needs', () => {
  it('is installed once, and not looked at again while nothing changed', () => {
    expect(run()).toEqual({ status: 0, said: expect.stringMatching(/安装所需的软件包.*installing/) })
    expect(run()).toEqual({ status: 0, said: '' })
    expect(calls()).toEqual([expect.stringMatching(/^--yes --prefer-offline pnpm@\S+ install --frozen-lockfile/)])
  })

  it.each([
    ['the lockfile changed', () => writeFileSync(join(root, 'pnpm-lock.yaml'), 'one: 2\n')],
    ['something else was installed since', () => writeFileSync(join(root, 'node_modules/.pnpm/lock.yaml'), 'one: 0\n')],
    ['a package lost its modules', () => rmSync(join(root, 'packages/one/node_modules'), { recursive: true })],
  ])('is installed again when %s', (_why, change) => {
    run()
    change()
    expect(run().status).toBe(0)
    expect(calls()).toHaveLength(2)
    expect(run().said).toBe('')
  })

  it('that could not be installed is said, and tried again', () => {
    mkdirSync(join(root, 'offline'))
    expect(run()).toEqual({ status: 1, said: expect.stringMatching(/需要网络.*\n.*needs a network/) })
    rmSync(join(root, 'offline'), { recursive: true })
    expect(run().status).toBe(0)
  })

  it('is only looked at by what runs beside a city, which installs nothing', () => {
    expect(run('--check')).toEqual({ status: 1, said: expect.stringMatching(/npm start.*\n.*npm start/) })
    expect(calls()).toEqual([])
    run()
    cpSync(join(root, 'pnpm-workspace.yaml'), join(root, 'pnpm-lock.yaml'))
    expect(run('--check')).toEqual({ status: 0, said: '' })
    expect(calls()).toHaveLength(1)
  })
})
