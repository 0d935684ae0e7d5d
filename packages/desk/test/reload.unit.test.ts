import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newAhead } from '../src/clock/date.ts'
import { defineFunction, type LocalFunction } from '../src/lambda/function.ts'

let folder: string
let file: string
let fn: LocalFunction
let refreshing: Promise<void> | undefined

const write = (word: string) =>
  writeFileSync(
    file,
    `let calls = 0
     export const handler = async ({ waitMs = 0 }) => {
       calls++
       await new Promise((done) => setTimeout(done, waitMs))
       return '${word} ' + calls
     }`,
  )

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-reload-'))
  file = join(folder, 'index.mjs')
  refreshing = undefined
  write('old')
  fn = defineFunction(
    {
      name: 'f',
      file,
      environment: {},
      memory: 128,
      timeoutMs: 10_000,
      concurrency: 2,
      ahead: newAhead(),
      refresh: () => refreshing,
    },
    () => undefined,
    () => undefined,
  )
})

afterEach(async () => {
  await fn.stop()
  rmSync(folder, { recursive: true })
})

describe('a function whose code was changed', () => {
  it('runs the change at the next invocation, and keeps its worker while the text is the same', async () => {
    expect([await fn.invoke({}), await fn.invoke({})]).toEqual(['old 1', 'old 2'])
    write('old')
    expect(await fn.invoke({})).toBe('old 3')
    write('new')
    expect(await fn.invoke({})).toBe('new 1')
  })

  it('ends in the old code what it began there', async () => {
    const begun = fn.invoke({ waitMs: 1_500 })
    await fn.invoke({})
    write('new')
    expect(await fn.invoke({})).toBe('new 1')
    expect(await begun).toBe('old 1')
    expect([await fn.invoke({}), await fn.invoke({})]).toEqual(['new 2', 'new 3'])
  })

  it('waits for whoever brings it up to its source', async () => {
    await fn.invoke({})
    refreshing = new Promise<void>((done) => setTimeout(done, 200)).then(() => write('new'))
    expect(await fn.invoke({})).toBe('new 1')
  })
})
