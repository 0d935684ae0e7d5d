import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCounty, type TestCounty, village } from '../../packages/store/test/county.ts'
import { rowsOf } from '../../packages/store/test/table.ts'
import { startSns } from './sns.ts'
import { queueOf, streamOf, wireCounty } from './wired.ts'

let county: TestCounty
let sns: Awaited<ReturnType<typeof startSns>>
let id: string
let steps: Awaited<ReturnType<typeof wireCounty>>['steps']
let published: string[]

/** Residents beside two officers; the last of the 200 residents has no phone. */
const residents = 200

beforeAll(async () => {
  county = await startCounty()
  sns = await startSns()
  id = await county.ready(residents)
  const handlers = await wireCounty(county.tableName, { sns, kmsEndpoint: county.kmsEndpoint })
  steps = handlers.steps
  const events = await county.table.queryAll(`CASE#${id}`, { prefix: 'EVENT#' })
  await handlers.relay(streamOf(events))
  published = sns
    .takePublished()
    .filter(({ attributes }) => attributes.kind === 'step')
    .map(({ body }) => body)
})

afterAll(() => {
  county.stop()
  sns.stop()
})

const deliveries = async () =>
  (await rowsOf(county.client, county.tableName)).filter(
    ({ PK, SK }) => PK === `CASE#${id}` && SK.startsWith('DELIVERY#'),
  )
const seatKey = (seat: number) => ({ PK: `CASE#${id}`, SK: `SEAT#${String(seat).padStart(4, '0')}` })

it('an event leads to one message a page, whatever the list', () => {
  const notices = published
    .map((body) => JSON.parse(body) as Record<string, unknown>)
    .filter(({ act }) => act === 'deliveries')
  expect(notices).toEqual([
    { act: 'deliveries', consultation: id, event: 4, page: 1 },
    { act: 'deliveries', consultation: id, event: 4, page: 2 },
  ])
})

it('P2a: makes the seats of a list that was fixed, page by page, however often it comes', async () => {
  const people = (await county.people.list(village, { limit: 1000 })).people
  const other = await county.propose()
  await county.done(other.id, 'registerTopic', { party: '书记', committee: '主任' })
  const basis = { nature: '公共', interests: '全体', complexity: '一般', scope: '全村' }
  await county.done(other.id, 'fixParticipants', { basis, everybody: { except: [] } })
  const seats = () => county.table.queryAll(`CASE#${other.id}`, { prefix: 'SEAT#' })
  expect(await seats()).toEqual([])
  const handlers = await wireCounty(county.tableName, { sns, kmsEndpoint: county.kmsEndpoint })
  sns.takePublished()
  await handlers.relay(streamOf(await county.table.queryAll(`CASE#${other.id}`, { prefix: 'EVENT#' })))
  const messages = sns.takePublished().flatMap(({ attributes, body }) => (attributes.kind === 'step' ? [body] : []))
  expect(messages.map((body) => JSON.parse(body) as object)).toEqual([
    { act: 'seats', consultation: other.id, event: 3, page: 1 },
    { act: 'seats', consultation: other.id, event: 3, page: 2 },
  ])
  expect(await handlers.steps(queueOf(messages.toReversed()))).toEqual({ batchItemFailures: [] })
  const made = await seats()
  expect(made.length).toBe(people.length)
  expect(await handlers.steps(queueOf(messages))).toEqual({ batchItemFailures: [] })
  expect(await seats()).toEqual(made)
})

it('P3a: a step whose seats are not made yet is tried again soon, and then nobody is left out', async () => {
  const seat = await county.table.get(seatKey(201))
  if (seat === undefined) throw new Error('The list has 202 seats')
  await county.table.transact([{ delete: seatKey(201) }])
  const second = JSON.stringify({ act: 'deliveries', consultation: id, event: 4, page: 2 })
  for (const [receives, wait] of [
    [1, 1],
    [3, 5],
    [12, 60],
  ] as const) {
    expect(await steps(queueOf([second], receives))).toEqual({ batchItemFailures: [{ itemIdentifier: '0' }] })
    expect(sns.takeQueueCalls()).toMatchObject([
      { action: 'ChangeMessageVisibility', input: { ReceiptHandle: '0', VisibilityTimeout: wait } },
    ])
  }
  // The other seat of the page does not wait for it.
  expect((await deliveries()).map(({ seat: number }) => number)).toEqual([202])
  await county.table.put(seat)
  expect(await steps(queueOf([second]))).toEqual({ batchItemFailures: [] })
  expect((await deliveries()).map(({ seat: number }) => Number(number)).toSorted()).toEqual([201, 202])
})

it('P3a: pages come twice and out of order, and each seat is told once', async () => {
  const pages = published.filter((body) => body.includes('deliveries'))
  await steps(queueOf([...pages.toReversed(), ...pages]))
  const first = await deliveries()
  expect(new Set(first.map(({ seat }) => seat)).size).toBe(202)
  expect(first).toHaveLength(202)
  await county.table.update({ PK: String(first[0]?.PK), SK: String(first[0]?.SK) }, { set: { status: 'sent' } })
  expect(await steps(queueOf(pages))).toEqual({ batchItemFailures: [] })
  expect((await deliveries()).filter(({ status }) => status === 'sent')).toHaveLength(1)
})

it('one that is none of ours stays in the queue, and the others do not wait for it', async () => {
  const { batchItemFailures } = await steps(
    queueOf([
      '',
      '{"act":"elsewhere"}',
      JSON.stringify({ act: 'deliveries', consultation: 'nobody', event: 1, page: 1 }),
      ...published,
    ]),
  )
  expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['0', '1', '2'])
})
