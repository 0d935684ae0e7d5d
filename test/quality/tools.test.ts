import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

function run(tool: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(`${root}/node_modules/.bin/${tool}`, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
    })
    let output = ''
    const hear = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}

it.each([
  { what: 'types hold', tool: 'tsc', args: ['--noEmit', '-p', '.'] },
  { what: 'form and lint rules hold', tool: 'biome', args: ['check', '--error-on-warnings', '.'] },
  {
    what: 'dependencies point downwards only',
    tool: 'depcruise',
    args: ['packages', 'functions', 'infra', 'test', '--config', '.dependency-cruiser.cjs'],
    // It finds nothing where it reads nothing.
    says: /no dependency violations found \([1-9]\d{2,} modules/,
  },
  { what: 'nothing is written that nobody uses', tool: 'knip', args: ['--no-config-hints'] },
])('$what ($tool)', async ({ tool, args, says = /^/ }) => {
  const { code, output } = await run(tool, ...args)
  expect(code, output).toBe(0)
  expect(output).toMatch(says)
})
