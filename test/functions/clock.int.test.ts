import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inHours, officer, secondOfficer, startCounty, type TestCounty } from '../../packages/store/test/county.ts'
import { startSns } from './sns.ts'
import { queueOf, streamOf, wireCounty } from './wired.ts'

let county: TestCounty
let sns: Awaited<ReturnType<typeof startSns>>

beforeAll(async () => {
  county = await startCounty()
  sns = await startSns()
})
afterAll(async () => {
  county.stop()
  await sns.stop()
})

const wired = () =>
  wireCounty(county.tableName, { sns, kmsEndpoint: county.kmsEndpoint, sealsName: county.sealTableName })

const statusOf = async (id: string) => (await county.store.consultations.load(id))?.rounds[0]?.status
const isDue = async (id: string) =>
  (await county.store.consultations.due(inHours(24))).some((due) => due.consultation === id)

/** A round whose end is a moment away, and has come when this returns. */
async function ending(paper: readonly number[] = []) {
  const id = await county.ready(8)
  const closesAt = new Date(Date.now() + 400).toISOString()
  await county.done(id, 'openRound', {
    method: 'online',
    secrecy: 'named',
    items: [1],
    closesAt,
    ...(paper.length > 0 && { paper: [...paper] }),
  })
  const tokens = await county.tokensOf(id)
  await county.cast(id, tokens.get(3), [{ item: 1, choice: 'yes' }])
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, Date.parse(closesAt) - Date.now()) + 20))
  return id
}

it('P6a: a round that an officer closes is on the list of the clock no more', async () => {
  const id = await county.ready(3)
  await county.done(id, 'openRound', { method: 'online', secrecy: 'named', items: [1], closesAt: inHours(2) })
  expect(await isDue(id)).toBe(true)
  await county.done(id, 'closeRound', { round: 1 })
  expect(await isDue(id)).toBe(false)
})

describe('the clock', () => {
  it('P6a: closes a round whose time is over, once; the count follows by its message', async () => {
    const id = await ending()
    const { clock, relay, count } = await wired()
    expect(await clock()).toEqual({ closed: 1, waiting: 0, failed: 0 })
    expect(await isDue(id)).toBe(false)
    expect(await statusOf(id)).toBe('closing')
    expect(await clock()).toEqual({ closed: 0, waiting: 0, failed: 0 })
    sns.takePublished()
    const items = await county.table.queryAll(`CASE#${id}`, { prefix: 'EVENT#' })
    await relay(streamOf(items))
    const messages = sns.takePublished().filter(({ attributes }) => attributes.kind === 'count')
    expect(messages.map(({ body }) => JSON.parse(body))).toEqual([{ consultation: id, round: 1 }])
    const batch = queueOf(messages.map(({ body }) => body))
    expect(await count(batch)).toEqual({ batchItemFailures: [] })
    expect(await statusOf(id)).toBe('closed')
    // A message that comes twice counts nothing twice.
    const events = (await county.store.consultations.events(id)).length
    expect(await count(batch)).toEqual({ batchItemFailures: [] })
    expect((await county.store.consultations.events(id)).length).toBe(events)
  })

  it('P6a: counts what was cut off, or whose message was lost, within the minute', async () => {
    const id = await county.ready(6)
    await county.done(id, 'openRound', { method: 'online', secrecy: 'secret', items: [1] })
    const tokens = await county.tokensOf(id)
    for (const seat of [3, 4, 5, 6, 7]) await county.cast(id, tokens.get(seat), [{ item: 1, choice: 'yes' }])
    await county.done(id, 'closeRound', { round: 1 })
    const { count } = await wired()
    await count({} as Parameters<typeof count>[0])
    expect((await county.store.consultations.load(id))?.rounds[0]?.tally?.items).toMatchObject([{ yes: 5 }])
    expect((await county.store.consultations.toCount()).some(({ consultation }) => consultation === id)).toBe(false)
  })

  it('P6a: whose closing is refused, since its paper is outstanding, closes it when the paper is in', async () => {
    const id = await ending([8, 9])
    const { clock } = await wired()
    expect(await clock()).toEqual({ closed: 0, waiting: 1, failed: 0 })
    expect(await isDue(id)).toBe(true)
    expect(await statusOf(id)).toBe('open')
    const entry = {
      round: 1,
      ballots: [{ seat: 8, choices: [{ item: 1, choice: 'no' as const }] }],
      returned: [],
      counts: [],
    }
    await county.done(id, 'enterPapers', entry, { actor: officer })
    expect(await clock()).toEqual({ closed: 0, waiting: 1, failed: 0 })
    await county.done(id, 'confirmPapers', entry, { actor: secondOfficer })
    expect(await clock()).toEqual({ closed: 1, waiting: 0, failed: 0 })
    expect(await statusOf(id)).toBe('closing')
    expect(await isDue(id)).toBe(false)
  })

  it('P6a: takes a round off its list that an officer closed before', async () => {
    const id = await ending()
    const [due] = (await county.store.consultations.due(inHours(24))).filter((one) => one.consultation === id)
    await county.closed(id, 1)
    if (due === undefined) throw new Error('It was due')
    await county.table.put({ PK: 'DUE', SK: `${due.at}#${id}#001` })
    const { clock } = await wired()
    await clock()
    expect(await isDue(id)).toBe(false)
  })
})

describe('the turnout', () => {
  it('P6a: of a hundred ballots in one batch is kept by two calls a round, on a list of any length', async () => {
    const { relay } = await wired()
    const id = await county.ready(6)
    await county.done(id, 'openRound', { method: 'online', secrecy: 'named', items: [1] })
    const ballots = Array.from({ length: 100 }, (_, index) => ({
      PK: `LINK#hash-${index}`,
      SK: 'ROUND#001',
      status: 'cast',
      consultation: id,
      round: 1,
      seat: index + 1,
    }))
    expect(await relay(streamOf(ballots))).toEqual({ batchItemFailures: [] })
    expect(await relay(streamOf(ballots.slice(40)))).toEqual({ batchItemFailures: [] })
    expect(await county.store.turnout.voted(id, 1)).toHaveLength(100)
  })
})
