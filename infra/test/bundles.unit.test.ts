import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { bundleFunctions } from '../src/bundle.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What each function may weigh, and what it is to weigh one day, in KB. A cold start grows with it. */
const weights: Readonly<Record<string, { readonly budget: number; readonly goal: number }>> = {
  city: { budget: 567, goal: 450 },
  claims: { budget: 2, goal: 450 },
  clock: { budget: 525, goal: 450 },
  count: { budget: 487, goal: 450 },
  duties: { budget: 475, goal: 450 },
  inbox: { budget: 455, goal: 450 },
  ingest: { budget: 407, goal: 450 },
  places: { budget: 300, goal: 450 },
  receipts: { budget: 270, goal: 450 },
  relay: { budget: 554, goal: 450 },
  resident: { budget: 592, goal: 450 },
  sms: { budget: 526, goal: 450 },
  staff: { budget: 944, goal: 650 },
  steps: { budget: 510, goal: 450 },
  tracking: { budget: 477, goal: 450 },
  wechat: { budget: 532, goal: 450 },
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
