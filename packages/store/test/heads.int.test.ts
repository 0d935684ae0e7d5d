import { randomUUID } from 'node:crypto'
import { seatSet } from '@xieshang/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consultationsIn, fixtureFiles } from '../../rules/test/fixtures/read.ts'
import * as entities from '../src/county/entities/index.ts'
import { startCounty } from './county.ts'

let county: Awaited<ReturnType<typeof startCounty>>
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.stop())

/** A consultation as an earlier program left it: its events in their versions, its head in a shape of then. */
async function keptBefore(name: string): Promise<string> {
  const id = `C${randomUUID().replaceAll('-', '')}`
  const walk = consultationsIn(name).find((events) => events.some(({ type }) => type === 'RoundOpened')) ?? []
  for (const event of walk)
    await county.table.put({
      ...entities.event.key({ consultation: id, number: event.number }),
      type: event.type,
      event: JSON.stringify({ ...event, consultation: id }),
    })
  const state = JSON.stringify({ id, rounds: [{ paper: [1, 2] }] })
  await county.table.put({ ...entities.head.key({ consultation: id }), version: walk.length, state, card: '{}' })
  return id
}

describe('a head of an earlier shape', () => {
  it('is folded anew from its events, whatever version those have', async () => {
    const [first = ''] = fixtureFiles.toSorted()
    const id = await keptBefore(first)
    const state = await county.store.consultations.load(id)
    expect(state).toMatchObject({ id, step: 'published', list: { listed: 6 } })
    expect(await county.store.consultations.at(id, 3)).toMatchObject({ step: 'listed' })
    const opened = (await county.store.consultations.events(id)).find(({ type }) => type === 'RoundOpened')
    expect(opened).toMatchObject({ v: 2, data: { untold: seatSet([]) } })
  })
})
