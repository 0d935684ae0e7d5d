import { gzipSync } from 'node:zlib'
import { toldSeats } from '@xieshang/store'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { startCounty, type TestCounty } from '../../packages/store/test/county.ts'
import { startEngineWithFaults } from './engine.ts'
import { startSns } from './sns.ts'
import { queueOf, streamOf, wireCounty, wireReceipts } from './wired.ts'

let county: TestCounty
let sns: Awaited<ReturnType<typeof startSns>>
let engine: Awaited<ReturnType<typeof startEngineWithFaults>>
let handlers: Awaited<ReturnType<typeof wireCounty>>
let id: string
let notices: string[]
let before: number

/** Of the third of six residents, in seat 5. */
const phone = '+8613800000002'
const seat = 5

beforeAll(async () => {
  county = await startCounty()
  sns = await startSns()
  engine = await startEngineWithFaults(inject('dynamodb'))
  handlers = await wireCounty(county.tableName, { sns, kmsEndpoint: county.kmsEndpoint, dynamodb: engine.endpoint })
})

/** A consultation whose notice waits to be sent to eight. */
beforeEach(async () => {
  const { people } = await county.register(6)
  const { id: made } = await county.propose()
  id = made
  await county.done(id, 'registerTopic', { party: '书记', committee: '主任' })
  await county.done(id, 'fixParticipants', {
    basis: { nature: '公共', interests: '全体', complexity: '一般', scope: '全村' },
    seats: county.seatsOf(people.slice(0, 8)),
  })
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  await county.done(id, 'issueNotice', {
    text: '请来商议',
    materials: [{ title: '方案', text: '方案说明' }],
    meeting: { at: at(2), place: '会议室' },
    opinionsUntil: at(1),
    channels: ['sms'],
  })
  sns.takePublished()
  await handlers.relay(streamOf(await county.table.queryAll(`CASE#${id}`, { prefix: 'EVENT#' })))
  await handlers.steps(
    queueOf(
      sns
        .takePublished()
        .map(({ body }) => body)
        .filter((body) => body.includes('"deliveries"')),
    ),
  )
  const items = await county.table.queryAll(`CASE#${id}`, { prefix: 'DELIVERY#' })
  notices = items.map(({ consultation, event, seat: number }) => JSON.stringify({ consultation, event, seat: number }))
  expect(notices).toHaveLength(8)
  before = sns.sent.length
})

afterAll(() => {
  county.stop()
  sns.stop()
  engine.stop()
})

const own = () => notices.filter((notice) => (JSON.parse(notice) as { seat: number }).seat === seat)
const textsTo = (number: string) => sns.sent.slice(before).filter((message) => message.phone === number).length
const shown = async (number = seat) => county.store.seats.get(id, number)
const deliveryKey = { SK: `DELIVERY#000004#0005#sms` }
const delivery = () => county.table.get({ PK: `CASE#${id}`, ...deliveryKey })
const untold = async () => {
  const state = await county.store.consultations.load(id)
  if (state === undefined) throw new Error('It was proposed')
  return toldSeats(state, await county.store.seats.list(id)).flatMap((one) => (one.told ? [] : [one.seat]))
}

describe('the sender', () => {
  it('asks once for the names of places, and of a message that comes again only how it stands', async () => {
    const queries = () => engine.takeCalls().filter((operation) => operation === 'Query')
    queries()
    await handlers.sms(queueOf(notices))
    expect(queries()).toHaveLength(1)
    await handlers.sms(queueOf(notices, 2))
    // Of a message that comes again it is looked only how it stands: nothing is read of whom it told, or unsealed.
    expect(engine.takeCalls()).toEqual(notices.map(() => 'GetItem'))
    expect(sns.sent.at(-1)?.text).toContain('【永晖社区')
  })

  it('S2: sends each message once, and sent is not told', async () => {
    expect(await handlers.sms(queueOf(notices))).toEqual({ batchItemFailures: [] })
    expect(await handlers.sms(queueOf(notices, 2))).toEqual({ batchItemFailures: [] })
    expect(sns.sent.length - before).toBe(8)
    expect((await shown())?.sms).toBe('sent')
    expect(await untold()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('an answer that was lost is uncertain, and never sent again by itself', async () => {
    sns.loseAnswers(phone)
    for (let receives = 1; receives <= 5; receives++)
      expect(await handlers.sms(queueOf(notices, receives))).toEqual({ batchItemFailures: [] })
    expect(textsTo(phone)).toBe(1)
    expect(sns.sent.length - before).toBe(8)
    expect(await shown()).toMatchObject({ sms: 'uncertain' })
    sns.answer(phone)
  })

  it('a refusal that passes leaves only that message in the queue, and it is sent once', async () => {
    sns.refuse(phone, 'Throttling')
    expect(await handlers.sms(queueOf(own()))).toEqual({ batchItemFailures: [{ itemIdentifier: '0' }] })
    expect(await delivery()).toMatchObject({ status: 'waiting', attempts: 1 })
    sns.accept(phone)
    expect(await handlers.sms(queueOf(own(), 2))).toEqual({ batchItemFailures: [] })
    expect(textsTo(phone)).toBe(1)
  })

  it.each([
    ['Throttling', 'busy'],
    ['AuthorizationError', 'refused'],
  ] as const)(
    'P3a: %s to the last leaves nobody waiting: it failed, and somebody goes to the door',
    async (code, why) => {
      sns.refuse(phone, code)
      for (let receives = 1; receives <= 4; receives++)
        expect((await handlers.sms(queueOf(own(), receives))).batchItemFailures).toHaveLength(1)
      expect(await handlers.sms(queueOf(own(), 5))).toEqual({ batchItemFailures: [] })
      sns.accept(phone)
      expect(await shown()).toMatchObject({ sms: 'failed', smsProblem: why })
      expect(textsTo(phone)).toBe(0)
    },
  )

  it('P3a: a number that the network refuses for good is tried once', async () => {
    sns.refuse(phone, 'InvalidParameter')
    expect(await handlers.sms(queueOf(notices))).toEqual({ batchItemFailures: [] })
    sns.accept(phone)
    expect(await shown()).toMatchObject({ sms: 'failed', smsProblem: 'numberWrong' })
    expect(await shown(4)).toMatchObject({ sms: 'sent' })
  })

  it('begins none that it could not write down before its end', async () => {
    expect((await handlers.sms(queueOf(own()), 8_000)).batchItemFailures).toHaveLength(1)
    expect(await delivery()).toMatchObject({ status: 'waiting', attempts: 0 })
    expect(textsTo(phone)).toBe(0)
    expect(await handlers.sms(queueOf(own(), 2), 12_000)).toEqual({ batchItemFailures: [] })
    expect(textsTo(phone)).toBe(1)
  })

  it('leaves alone what another sender is at, and keeps its message', async () => {
    const [one] = own()
    await county.store.deliveries.handOver(JSON.parse(String(one)), new Date().toISOString())
    expect(await handlers.sms(queueOf(own()))).toEqual({ batchItemFailures: [{ itemIdentifier: '0' }] })
    expect(textsTo(phone)).toBe(0)
    expect(await delivery()).toMatchObject({ status: 'handingOver' })
  })

  it('P3a: what a sender died over is uncertain a minute later, shown, and its message is done', async () => {
    const [one] = own()
    await county.store.deliveries.handOver(JSON.parse(String(one)), new Date(Date.now() - 61_000).toISOString())
    expect(await handlers.sms(queueOf(own(), 2))).toEqual({ batchItemFailures: [] })
    expect(textsTo(phone)).toBe(0)
    expect(await delivery()).toMatchObject({ status: 'uncertain' })
    expect(await shown()).toMatchObject({ sms: 'uncertain' })
  })

  it('never gives back what the provider took, even when that cannot be written down', async () => {
    sns.hear(() => engine.fail('TransactWriteItems', 9))
    expect((await handlers.sms(queueOf(own()))).batchItemFailures).toHaveLength(1)
    sns.hear(() => undefined)
    engine.mend()
    expect(await delivery()).toMatchObject({ status: 'handingOver' })
    expect((await handlers.sms(queueOf(own(), 2))).batchItemFailures).toHaveLength(1)
    expect(textsTo(phone)).toBe(1)
  })

  it('does not call the provider when the hand-over cannot be written first', async () => {
    engine.fail('UpdateItem', 9)
    expect((await handlers.sms(queueOf(own()))).batchItemFailures).toHaveLength(1)
    engine.mend()
    expect(textsTo(phone)).toBe(0)
  })

  it('does not choke on a message that is none of ours', async () => {
    const odd = ['', 'null', '{}', '{"consultation":"nobody","event":1,"seat":1}', ...notices.slice(0, 1)]
    const { batchItemFailures } = await handlers.sms(queueOf(odd))
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['0', '1', '2'])
  })

  it('U2: a number, a name and a link never lie in what is published', async () => {
    await handlers.relay(streamOf(await county.table.queryAll(`CASE#${id}`)))
    expect(JSON.stringify(sns.takePublished())).not.toMatch(/\+86|居民\d|https/)
  })
})

describe('what the queue gave up', () => {
  it('P3a: failed for its seat when it was never handed over', async () => {
    expect(await handlers.tracking(queueOf(own(), 6))).toEqual({ batchItemFailures: [] })
    expect(await shown()).toMatchObject({ sms: 'failed', smsProblem: 'notSent' })
    // A copy of the message that comes late changes nothing.
    expect(await handlers.sms(queueOf(own()))).toEqual({ batchItemFailures: [] })
    expect(textsTo(phone)).toBe(0)
  })

  it('P3a: uncertain when the sender was killed over it; sent stays sent', async () => {
    const [one] = own()
    await county.store.deliveries.handOver(JSON.parse(String(one)), new Date().toISOString())
    await handlers.sms(queueOf(notices.filter((notice) => notice !== one)))
    expect(await handlers.tracking(queueOf(notices, 6))).toEqual({ batchItemFailures: [] })
    expect(await shown()).toMatchObject({ sms: 'uncertain' })
    expect(await shown(4)).toMatchObject({ sms: 'sent' })
  })

  it('stays in its own queue when it is none of ours or cannot be kept', async () => {
    engine.fail('TransactWriteItems', 9)
    const { batchItemFailures } = await handlers.tracking(queueOf(['', '{}', ...own()]))
    engine.mend()
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['0', '1', '2'])
    expect((await shown())?.sms).toBeUndefined()
  })
})

describe('receipts', () => {
  const said = '2026-06-28 00:40:34.558'
  const at = '2026-06-28T00:40:34.558Z'
  const line = (messageId: string, delivery: object = { dwellTimeMsUntilDeviceAck: 7 }, status = 'SUCCESS') =>
    JSON.stringify({
      notification: { messageId, timestamp: said },
      delivery: { destination: phone, ...delivery },
      status,
    })
  const reportOf = (lines: readonly string[], messageType = 'DATA_MESSAGE') => ({
    awslogs: {
      data: gzipSync(
        JSON.stringify({ messageType, logEvents: lines.map((message, index) => ({ id: String(index), message })) }),
      ).toString('base64'),
    },
  })
  const messageId = async () => String((await delivery())?.messageId)
  /** What the city's function makes of SNS's log. */
  const told = async (lines: readonly string[]) => {
    await (await wireReceipts())(reportOf(lines))
    const published = sns.takePublished()
    expect(published.every(({ attributes }) => attributes.kind === 'receipts')).toBe(true)
    expect(JSON.stringify(published)).not.toContain('86138')
    return published.map(({ body }) => body)
  }

  it('S2: whoever’s phone has it is told, and only they', async () => {
    await handlers.sms(queueOf(notices))
    expect(await handlers.tracking(queueOf(await told([line(await messageId())])))).toEqual({ batchItemFailures: [] })
    expect(await shown()).toMatchObject({ sms: 'delivered', told: { channel: 'sms', at } })
    expect(await untold()).toEqual([1, 2, 3, 4, 6, 7, 8])
  })

  it('S2: that the carrier has it is no receipt', async () => {
    await handlers.sms(queueOf(own()))
    const accepted = line(await messageId(), { providerResponse: 'Message has been accepted by phone carrier' })
    expect(await handlers.tracking(queueOf(await told([accepted])))).toEqual({ batchItemFailures: [] })
    expect(await shown()).toMatchObject({ sms: 'sent' })
  })

  it('P3a: one that did not arrive failed; the phone’s own word counts for good', async () => {
    await handlers.sms(queueOf(own()))
    const id = await messageId()
    const [failed, arrived] = [await told([line(id, {}, 'FAILURE')]), await told([line(id)])]
    await handlers.tracking(queueOf(failed))
    expect(await shown()).toMatchObject({ sms: 'failed', smsProblem: 'notDelivered' })
    await handlers.tracking(queueOf(arrived))
    await handlers.tracking(queueOf(failed))
    const last = await shown()
    expect(last).toMatchObject({ sms: 'delivered' })
    expect(last?.smsProblem).toBeUndefined()
  })

  it('one that is quicker than the sender is looked up again; another county’s is let go', async () => {
    const early = await told([line('nobody-knows-this')])
    sns.takeQueueCalls()
    for (const receives of [1, 2, 3])
      expect((await handlers.tracking(queueOf(early, receives))).batchItemFailures).toHaveLength(1)
    expect(sns.takeQueueCalls().map(({ input }) => input.VisibilityTimeout)).toEqual([2, 5, 20])
    expect(await handlers.tracking(queueOf(early, 4))).toEqual({ batchItemFailures: [] })
  })

  it('the log’s own messages say nothing, and a report that is none is given back', async () => {
    const receipts = await wireReceipts()
    await receipts(reportOf([line('x')], 'CONTROL_MESSAGE'))
    expect(sns.takePublished()).toEqual([])
    await expect(receipts({ awslogs: { data: 'bm90aGluZw==' } })).rejects.toThrow()
    sns.failBatches(1)
    await expect(receipts(reportOf([line('x')]))).rejects.toThrow()
  })

  it('of two events a seat shows the later, and is told by either', async () => {
    const late = { consultation: id, event: 9, seat }
    await county.store.deliveries.prepare(id, 9, [seat])
    await handlers.sms(queueOf(own()))
    await county.store.deliveries.failed(late, 'busy', new Date().toISOString())
    await handlers.tracking(queueOf(await told([line(await messageId())])))
    expect(await shown()).toMatchObject({ sms: 'failed', smsProblem: 'busy', told: { channel: 'sms', at } })
    expect(await delivery()).toMatchObject({ status: 'delivered' })
  })

  it('S2: an opened link tells where no receipt came', async () => {
    sns.loseAnswers(phone)
    await handlers.sms(queueOf(own()))
    sns.answer(phone)
    expect(await untold()).toContain(seat)
    await county.store.seats.opened(id, seat, new Date().toISOString())
    expect(await untold()).not.toContain(seat)
  })
})
