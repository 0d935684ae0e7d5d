import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { watchFunctions } from '../../infra/src/watch.ts'
import { newAhead } from '../../packages/desk/src/clock/date.ts'
import { defineFunction, type LocalFunction } from '../../packages/desk/src/lambda/function.ts'

const root = mkdtempSync(join(tmpdir(), 'xieshang-reload-'))
const folder = join(root, 'out/told')
let sources: Awaited<ReturnType<typeof watchFunctions>>
let told: LocalFunction

const write = (name: string, text: string) => {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), text)
}
const handler = (word: string) =>
  `import { said } from '../../../packages/words/src/said.ts'\nexport const handler = async () => said('${word}')`
const library = (sign: string) => `export const said = (word: string): string => word + '${sign}'`

beforeAll(async () => {
  write('packages/words/src/said.ts', library('.'))
  write('functions/src/told/handler.ts', handler('one'))
  sources = await watchFunctions({
    root,
    outdir: join(root, 'out'),
    rebuilt: () => undefined,
    broken: (name, why) => expect.fail(`${name}: ${why}`),
  })
  told = defineFunction(
    {
      name: 'told',
      file: join(folder, 'index.mjs'),
      environment: {},
      memory: 128,
      timeoutMs: 20_000,
      concurrency: 1,
      ahead: newAhead(),
      refresh: () => sources.refresh(folder),
    },
    () => undefined,
    () => undefined,
  )
})

afterAll(async () => {
  await told.stop()
  await sources.stop()
  rmSync(root, { recursive: true })
})

it('a call runs the source of its function and of the library under it as they were saved', async () => {
  expect(await told.invoke({})).toBe('one.')
  const edits = [
    ['functions/src/told/handler.ts', handler('two'), 'two.'],
    ['packages/words/src/said.ts', library('!'), 'two!'],
  ] as const
  for (const [name, text, answer] of edits) {
    write(name, text)
    const from = performance.now()
    // The system tells of a change a moment after it.
    await vi.waitFor(async () => expect(await told.invoke({})).toBe(answer), { timeout: 15_000, interval: 5 })
    console.log(`${name}: answered with the change after ${Math.round(performance.now() - from)} ms`)
  }
})
