import { afterAll, beforeAll, expect, it } from 'vitest'
import { keys } from '../src/county/keys.ts'
import { linkHash } from '../src/county/secrets.ts'
import { now, startCounty, type TestCounty } from './county.ts'

let county: TestCounty
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.stop())

it('P6a: a round in which more seats voted than ballots are found is not counted, and is once they are', async () => {
  const id = await county.ready(6)
  await county.done(id, 'openRound', { method: 'online', secrecy: 'named', items: [1] })
  const tokens = await county.tokensOf(id)
  for (const seat of [3, 4]) await county.cast(id, tokens.get(seat), [{ item: 1, choice: 'yes' }])
  await county.done(id, 'closeRound', { round: 1 })
  const key = keys.ballot(linkHash(tokens.get(3) ?? ''), 1)
  const kept = await county.table.get(key)
  if (kept === undefined) throw new Error('It was cast')
  // A ballot whose choices are sealed has none that a named round could count.
  const { choices: _choices, ...rest } = kept
  await county.table.put({ ...rest, sealed: new Uint8Array([1]) })
  await expect(county.counting.finish(id, 1, now())).rejects.toThrow('2 seats voted, 1 ballots found')
  expect((await county.store.consultations.load(id))?.rounds[0]?.status).toBe('closing')
  await county.table.put(kept)
  expect(await county.counting.finish(id, 1, now())).toBe('counted')
  const state = await county.store.consultations.load(id)
  expect(state?.rounds[0]?.tally?.items).toMatchObject([{ yes: 2, no: 0 }])
})
