import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect } from 'vitest'

/** Writes down which changes a test file comes past, apart from those met while its modules are loaded. */
type Space = {
  currentTestId?: string
  hitCount?: number
  hitLimit?: number
  mutantCoverage?: { readonly perTest: Readonly<Record<string, Readonly<Record<string, number>>>> }
}

// The instrumented files know no other name for it.
const here = globalThis as { __stryker__?: Space }
// A loop that a change made endless ends at the limit.
const space: Space = Object.assign(here.__stryker__ ?? {}, { hitCount: 0, hitLimit: 200_000 })
here.__stryker__ = space

beforeAll(() => {
  space.currentTestId = 'all'
})

afterAll(() => {
  const folder = process.env.SAMPLE_COVERED
  const file = expect.getState().testPath
  if (folder === undefined || file === undefined) return
  const ids = Object.keys(space.mutantCoverage?.perTest.all ?? {})
  const name = createHash('sha256').update(file).digest('hex').slice(0, 16)
  writeFileSync(`${folder}/${name}.json`, JSON.stringify({ file, ids }))
})
