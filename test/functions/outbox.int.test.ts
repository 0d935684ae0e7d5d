import { SNSClient } from '@aws-sdk/client-sns'
import { placeCodeOf } from '@xieshang/kernel'
import { addDays, type Duty, dutiesIn, type Owed } from '@xieshang/rules'
import { openCityStore } from '@xieshang/store/city'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Message, publish } from '../../functions/src/relay/publish.ts'
import { startCounty, type TestCounty, village } from '../../packages/store/test/county.ts'
import { createTestTable } from '../../packages/store/test/table.ts'
import { startSns } from './sns.ts'
import { queueOf, streamOf, wireCity, wireCounty } from './wired.ts'

let county: TestCounty
let sns: Awaited<ReturnType<typeof startSns>>
let relay: Awaited<ReturnType<typeof wireCounty>>['relay']
let delivery: Record<string, unknown>

beforeAll(async () => {
  county = await startCounty()
  sns = await startSns()
  relay = (await wireCounty(county.tableName, { sns, kmsEndpoint: county.kmsEndpoint })).relay
  delivery = { PK: 'CASE#C1', SK: 'DELIVERY#000004#0001#sms', consultation: 'C1', event: 4, seat: 1 }
})

beforeEach(() => {
  sns.takePublished()
})

afterAll(() => {
  county.stop()
  sns.stop()
})

const seat = (number: number) => ({
  ...delivery,
  SK: `DELIVERY#000004#${String(number).padStart(4, '0')}#sms`,
  seat: number,
})
const seatsPublished = () => sns.takePublished().map(({ body }) => (JSON.parse(body) as { seat?: number }).seat)

describe('everything committed is published', () => {
  it('a record that cannot be followed is told as failed; those before it went out, those after it wait', async () => {
    const broken = { PK: 'CASE#C1', SK: 'SUMMARY', summary: 'not json' }
    const { batchItemFailures } = await relay(streamOf([seat(1), seat(2), broken, seat(3)]))
    expect(batchItemFailures).toEqual([{ itemIdentifier: '2' }])
    expect(seatsPublished()).toEqual([1, 2])
  })

  it('a publish that fails is told as failed from the first record that had something to say', async () => {
    const silent = { PK: 'CASE#C1', SK: 'OPINION#O1' }
    sns.failBatches(1)
    const records = [silent, seat(1), seat(2)]
    expect(await relay(streamOf(records))).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] })
    expect(seatsPublished()).toEqual([])
    expect(await relay(streamOf(records))).toEqual({ batchItemFailures: [] })
    expect(seatsPublished()).toEqual([1, 2])
  })

  it('one message that the topic refused for the moment is told as failed, and comes again with all others', async () => {
    sns.refuseEntries(({ body }) => body.includes('"seat":2'), 'InternalError')
    expect(await relay(streamOf([seat(1), seat(2), seat(3)]))).toEqual({ batchItemFailures: [{ itemIdentifier: '0' }] })
    sns.refuseEntries(() => false, '')
    sns.takePublished()
    expect(await relay(streamOf([seat(1), seat(2), seat(3)]))).toEqual({ batchItemFailures: [] })
    expect(seatsPublished()).toEqual([1, 2, 3])
  })
})

describe('a message that can never be taken', () => {
  const send = (messages: readonly Message[]) =>
    publish(
      {
        sns: new SNSClient(),
        topicArn: 'arn:aws:sns:us-east-1:000000000000:xieshang-331102',
        aside: async (message, why) => {
          await county.store.aside.put({ why, ...message })
        },
      },
      messages,
    )
  const said = (text: string): Message => ({ attributes: { kind: 'entry' }, body: { text } })

  it('goes aside whole, once, and stops no other', async () => {
    const large = '议'.repeat(200_000)
    for (let twice = 0; twice < 2; twice++) {
      await send([said('first'), said(large), said('last')])
      expect(sns.takePublished().map(({ body }) => body)).toEqual(['{"text":"first"}', '{"text":"last"}'])
    }
    const aside = await county.store.aside.list()
    expect(aside).toMatchObject([{ why: 'tooLarge', attributes: { kind: 'entry' } }])
    expect(JSON.parse(aside[0]?.body ?? '')).toEqual({ text: large })
  })

  it('so does what the topic refuses for good', async () => {
    sns.refuseEntries(({ body }) => body.includes('odd'), 'InvalidParameter')
    await send([said('odd'), said('even')])
    sns.refuseEntries(() => false, '')
    expect((await county.store.aside.list()).map(({ body }) => body)).toContain('{"text":"odd"}')
  })

  it('a batch never holds more than SNS takes', async () => {
    await send(Array.from({ length: 30 }, (_, index) => said(`${index}${'x'.repeat(100_000)}`)))
    expect(sns.takePublished()).toHaveLength(30)
  })
})

describe('G3: what one owner owes', () => {
  it('is told however much it is, and SMS go out beside it', async () => {
    const duties = Array.from({ length: 1880 }, (_, index): Duty => {
      const due = addDays('2026-05-01', Math.floor(index / 100))
      return {
        id: `feedback-${String(index).padStart(26, '0')}`,
        kind: 'feedback',
        who: { role: 'village', division: village },
        due,
      }
    })
    await county.store.duties.keep(
      { kind: 'consultation', id: 'C1', division: village, title: '路灯', reminderDays: 3 },
      duties,
    )
    const item = await county.table.get({ PK: 'CASE#C1', SK: 'DUTIES' })
    expect(await relay(streamOf([item ?? {}, seat(1)]))).toEqual({ batchItemFailures: [] })
    const [owed, sms] = sns.takePublished()
    expect(owed?.attributes.kind).toBe('owed')
    expect(sms?.attributes.kind).toBe('delivery')

    const city = await createTestTable()
    const ingest = await wireCity(city.tableName)
    expect(await ingest(queueOf([owed?.body ?? '']))).toEqual({ batchItemFailures: [] })
    const overdue = async (day: string): Promise<Owed[]> =>
      openCityStore(city.table).overdueIn(placeCodeOf('3311'), day)
    for (const [day, count] of [
      ['2026-05-02', 100],
      ['2026-05-11', 1000],
      ['2026-06-01', 1880],
    ] as const)
      expect((await overdue(day)).flatMap((one) => one.duties).reduce((sum, line) => sum + dutiesIn(line), 0)).toBe(
        count,
      )
  })
})
