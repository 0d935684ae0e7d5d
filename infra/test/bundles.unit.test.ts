import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { bundleFunctions } from '../src/bundle.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What each function may load when it starts, and what it is to load one day, in KB. A cold start grows with it. */
const weights: Readonly<Record<string, { readonly budget: number; readonly goal: number }>> = {
  city: { budget: 566, goal: 450 },
  claims: { budget: 2, goal: 450 },
  clock: { budget: 527, goal: 450 },
  count: { budget: 488, goal: 450 },
  duties: { budget: 464, goal: 450 },
  inbox: { budget: 443, goal: 450 },
  ingest: { budget: 391, goal: 450 },
  places: { budget: 281, goal: 450 },
  receipts: { budget: 258, goal: 450 },
  relay: { budget: 546, goal: 450 },
  resident: { budget: 595, goal: 450 },
  sms: { budget: 516, goal: 450 },
  staff: { budget: 649, goal: 650 },
  steps: { budget: 504, goal: 450 },
  tracking: { budget: 470, goal: 450 },
  wechat: { budget: 539, goal: 450 },
}

const folder = mkdtempSync(join(tmpdir(), 'xieshang-bundles-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('no function weighs more than its budget', async () => {
  const bundles = await bundleFunctions(root, folder)
  expect(bundles.map(({ name }) => name)).toEqual(Object.keys(weights))
  const tooHeavy = bundles.flatMap(({ name, kilobytes }) => {
    const { budget = 0, goal = 0 } = weights[name] ?? {}
    return kilobytes > budget ? [`${name} weighs ${kilobytes} KB, its budget is ${budget}, the goal ${goal}`] : []
  })
  expect(tooHeavy).toEqual([])
}, 60_000)
