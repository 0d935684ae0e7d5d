import { destroyed, type SealedValue, verifyChain } from '@xieshang/kernel'
import { nodeChainTools } from '@xieshang/kernel/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as entities from '../src/county/entities/index.ts'
import { officer, startCounty, type TestCounty } from './county.ts'

let county: TestCounty
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.stop())

const whole = { first: 1, last: 999_999 }

async function verdictOf(id: string, withValues: boolean) {
  const lines = await county.store.consultations.chain(id, { ...whole, withValues })
  const head = (await county.store.consultations.load(id))?.chainHead
  return verifyChain(Buffer.from(lines.map((line) => `${line}\n`).join('')), head, nodeChainTools)
}

describe('the chain of a consultation', () => {
  it('E4: is of every event, and its head is on the consultation', async () => {
    const id = await county.ready(4)
    const { version } = (await county.store.consultations.load(id)) ?? {}
    const proved = { kind: 'unbroken', first: 1, last: version, provedTo: version }
    expect(await verdictOf(id, false)).toMatchObject({ ...proved, values: 0 })
    // What they sign in by is told to nobody.
    expect(await verdictOf(id, true)).toMatchObject({ ...proved, withoutValue: version })
  })

  it('E4: has no name in what stands in it for ever, and the events read as they were written', async () => {
    const { id } = await county.propose()
    const item = await county.table.get(entities.event.key({ consultation: id, number: 1 }))
    expect(String(item?.event)).not.toMatch(/村委会|停车位|经办人1|officer-1/)
    const [event] = await county.store.consultations.events(id)
    expect(event).toMatchObject({
      type: 'TopicProposed',
      by: officer,
      data: { topic: { title: '停车位改造', proposers: [{ kind: 'committee', name: '村委会' }] } },
    })
    expect(event).not.toHaveProperty('before')
  })

  it('E4: verifies after somebody’s values were destroyed, and the events still fold', async () => {
    const id = await county.ready(4)
    const item = await county.table.get(entities.event.key({ consultation: id, number: 1 }))
    if (item === undefined) throw new Error('There is no first event')
    const values = (JSON.parse(String(item.values)) as SealedValue[]).map((value) =>
      value?.[1] === '村委会' ? null : value,
    )
    await county.table.put({ ...item, values: JSON.stringify(values) })
    expect(await verdictOf(id, true)).toMatchObject({ kind: 'unbroken', first: 1 })
    const state = await county.store.consultations.at(id, 999)
    expect(state?.topic.proposers).toEqual([{ kind: 'committee', name: destroyed }])
  })

  it('E4: tells when the table was changed behind it', async () => {
    const id = await county.ready(4)
    const item = await county.table.get(entities.event.key({ consultation: id, number: 2 }))
    if (item === undefined) throw new Error('There is no second event')
    const event = String(item.event).replace(/"at":"\d{4}/, '"at":"2001')
    expect(event).not.toBe(item.event)
    await county.table.put({ ...item, event })
    expect(await verdictOf(id, false)).toMatchObject({ kind: 'broken', line: 3, flaw: 'unlinked' })
  })

  it('E4: begins with the next event where those before were written before there were chains', async () => {
    const { id } = await county.propose()
    const [event] = await county.store.consultations.events(id)
    if (event === undefined) throw new Error('There is no event')
    const { hash: _hash, ...kept } = event
    await county.table.put({
      ...entities.event.key({ consultation: id, number: 1 }),
      type: event.type,
      event: JSON.stringify(kept),
    })
    const head = await county.table.get(entities.head.key({ consultation: id }))
    const { chainHead: _head, ...state } = JSON.parse(String(head?.state)) as Record<string, unknown>
    await county.table.put({ ...entities.head.key({ consultation: id }), ...head, state: JSON.stringify(state) })
    expect(await county.store.consultations.chain(id, { ...whole, withValues: true })).toEqual([])
    await county.done(id, 'registerTopic', { party: '支部', committee: '村委会' })
    expect(await verdictOf(id, true)).toMatchObject({ kind: 'unbroken', first: 2, last: 2, provedTo: 2 })
  })

  it('E4: is read in parts, which are verified together', async () => {
    const id = await county.ready(4)
    const parts = await Promise.all([
      county.store.consultations.chain(id, { first: 1, last: 2, withValues: false }),
      county.store.consultations.chain(id, { first: 3, last: 4, withValues: false }),
    ])
    expect(parts.map(({ length }) => length)).toEqual([2, 2])
    expect(parts.flat()).toEqual(
      (await county.store.consultations.chain(id, { ...whole, withValues: false })).slice(0, 4),
    )
  })
})
