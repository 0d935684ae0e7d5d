import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchFunctions } from '../src/watch.ts'

let root: string
let watching: Awaited<ReturnType<typeof watchFunctions>>
const rebuilt: string[] = []
const broken: string[] = []

const write = (name: string, text: string) => {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), text)
}
const folder = (name: string) => join(root, 'out', name)
const bundle = (name: string) => readFileSync(join(folder(name), 'index.mjs'), 'utf8')
const patience = { timeout: 15_000, interval: 20 }

/** Asks for a function until its bundle says something. */
const says = (name: string, word: string) =>
  vi.waitFor(async () => {
    await watching.refresh(folder(name))
    expect(bundle(name)).toContain(word)
  }, patience)

/** Two functions, one of them on a library. */
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'xieshang-watch-'))
  write('packages/words/src/words.ts', "export const word = 'library one'")
  write(
    'functions/src/told/handler.ts',
    "import { word } from '../../../packages/words/src/words.ts'\nexport const handler = async () => word",
  )
  write('functions/src/alone/handler.ts', "export const handler = async () => 'alone one'")
  watching = await watchFunctions({
    root,
    outdir: join(root, 'out'),
    rebuilt: (name) => rebuilt.push(name),
    broken: (name, why) => broken.push(`${name} ${why}`),
  })
})

afterEach(async () => {
  await watching.stop()
  rmSync(root, { recursive: true })
  rebuilt.length = 0
  broken.length = 0
})

describe('a function that is asked for', () => {
  it('is bundled again when its source or a library under it changed, and no other is', async () => {
    expect(bundle('told')).toContain('library one')
    write('packages/words/src/words.ts', "export const word = 'library two'")
    await says('told', 'library two')
    write('functions/src/alone/handler.ts', "export const handler = async () => 'alone two'")
    await says('alone', 'alone two')
    expect(rebuilt).toEqual(['told', 'alone'])
  })

  it('keeps its last bundle while its source does not build, and says why, until it does', async () => {
    write('packages/words/src/words.ts', "export { word } from './more.ts'")
    await vi.waitFor(async () => {
      await watching.refresh(folder('told'))
      expect(broken[0]).toMatch(/^told .*more\.ts/s)
    }, patience)
    expect(bundle('told')).toContain('library one')
    write('packages/words/src/more.ts', "export const word = 'library three'")
    await says('told', 'library three')
    expect(readdirSync(folder('told')).filter((name) => name.endsWith('.new'))).toEqual([])
  })
})
