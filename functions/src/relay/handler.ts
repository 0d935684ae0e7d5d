import type { SNSClient } from '@aws-sdk/client-sns'
import { declared } from '@xieshang/channels'
import {
  type Change,
  openAside,
  openConsultations,
  openDuties,
  openImports,
  openScreens,
  openSeatCounts,
  openSummaries,
  openTurnout,
  readStreamImage,
} from '@xieshang/store'
import type { DynamoDBRecord } from 'aws-lambda'
import { county } from '../wiring/county.ts'
import { environment } from '../wiring/environment.ts'
import { logOf } from '../wiring/log.ts'
import { withSecrets } from '../wiring/secrets.ts'
import { streamFunction } from '../wiring/stream.ts'
import { follow as followEvent } from './follow.ts'
import type { Message, Packed } from './publish.ts'

const { tenant, table } = county()
const seatCounts = openSeatCounts(table)
const turnout = openTurnout(table)
const store = {
  ...{ seatCounts, turnout },
  consultations: openConsultations(table),
  screens: openScreens(table),
  summaries: openSummaries(table, seatCounts, turnout),
  duties: openDuties(table),
  imports: openImports(table),
  aside: openAside(table),
}
const { secrets, people } = withSecrets(table, tenant)
const { TOPIC_ARN: topicArn } = environment('TOPIC_ARN')
const log = logOf('relay')

const changeOf = (record: DynamoDBRecord): Change =>
  readStreamImage(record.eventName ?? '', record.dynamodb?.NewImage as Parameters<typeof readStreamImage>[1])

/** What the city is told of a consultation, and what is owed in it, by what the table says now. */
async function refresh(consultation: string, seats: readonly number[]): Promise<void> {
  await store.seatCounts.touched(consultation, seats)
  const read = await store.summaries.refresh(consultation)
  if (read === undefined) return
  // Loaded where it is needed: its table of holidays takes 6 ms to build.
  const { chinaCalendar } = await import('../wiring/calendar.ts')
  await store.duties.refreshCase(read.state, read.seats, chinaCalendar)
}

/** What a change leads to in the table, and what is said of it on the topic. */
async function follow(change: Change): Promise<Message[]> {
  switch (change.kind) {
    case 'event':
      return followEvent(store, change.event)
    case 'import':
      await store.imports.step(secrets, people, change.village, change.id)
      return []
    case 'placeTouched':
      await store.duties.refreshPlace(change.division, new Date().toISOString())
      return []
    case 'delivery':
      return [{ attributes: declared.sms.attributes, body: change.delivery }]
    case 'summary':
      return [{ attributes: { kind: 'summary' }, body: change.summary }]
    case 'unknown':
      return [{ attributes: { kind: 'summary' }, body: change.unknown }]
    case 'entry':
      return [{ attributes: { kind: 'entry' }, body: change.entry }]
    case 'owed':
      return [{ attributes: { kind: 'owed' }, body: change.owed }]
    case 'touched':
    case 'cast':
    case 'nothing':
      // Taken together with others of the batch, or not at all.
      return []
  }
}

/** Nobody else would ever see it: it lies in the table whole, and the log says that it does, not what it says. */
async function putAside({ attributes, body }: Packed, why: string): Promise<void> {
  const name = await store.aside.put({ why, attributes, body })
  log.error('message put aside', { name, why, kind: attributes.kind, bytes: Buffer.byteLength(body) })
}

let sns: SNSClient | undefined

/** The client of the topic is loaded with the first message: what residents do says nothing on it. */
async function publish(messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return
  const [{ SNSClient }, publishing] = await Promise.all([import('@aws-sdk/client-sns'), import('./publish.ts')])
  sns ??= new SNSClient()
  await publishing.publish({ sns, topicArn, aside: putAside }, messages)
}

type Read = { readonly record: DynamoDBRecord; readonly change?: Change; readonly error?: unknown }

/** A record that cannot be read is met in its turn. */
function readOne(record: DynamoDBRecord): Read {
  try {
    return { record, change: changeOf(record) }
  } catch (error) {
    return { record, error }
  }
}

/** The seats of a consultation that changed in a batch. */
const touchedIn = (batch: readonly Read[], consultation: string): number[] => [
  ...new Set(
    batch.flatMap(({ change }) =>
      change?.kind === 'touched' && change.consultation === consultation ? (change.seat ?? []) : [],
    ),
  ),
]

type Cast = Extract<Change, { kind: 'cast' }>

/** P6a: ballots of a batch, by their round: two calls for each round, however many ballots and however long its list. */
async function countTurnout(casts: readonly Cast[]): Promise<void> {
  const rounds = Map.groupBy(casts, ({ consultation, round }) => `${consultation} ${round}`)
  for (const all of rounds.values())
    for (const { consultation, round } of all.slice(0, 1))
      await store.turnout.add(
        consultation,
        round,
        all.map(({ seat }) => seat),
      )
}

/**
 * The outbox: what was committed is followed up and published, in the order of the stream. Every step may be repeated,
 * so a batch that fails part of the way is taken up again from there.
 */
export const handler = streamFunction(log, async (records) => {
  const refreshed = new Set<string>()
  const messages: Message[] = []
  const casts: Cast[] = []
  let firstWithMessage: DynamoDBRecord | undefined
  let broken: DynamoDBRecord | undefined
  const read = records.map(readOne)
  for (const { record, change, error: unreadable } of read) {
    try {
      if (change === undefined) throw unreadable
      // Reading what the table says now covers every later change of this batch as well.
      if (change.kind === 'touched' && !refreshed.has(change.consultation)) {
        refreshed.add(change.consultation)
        await refresh(change.consultation, touchedIn(read, change.consultation))
      }
      if (change.kind === 'cast') casts.push(change)
      const own = await follow(change)
      if (own.length > 0) firstWithMessage ??= record
      messages.push(...own)
    } catch (error) {
      log.error('record not followed', { error, eventId: record.eventID })
      broken = record
      break
    }
  }
  try {
    await countTurnout(casts)
  } catch (error) {
    log.error('turnout not kept', { error, ballots: casts.length })
    return records[0]
  }
  try {
    await publish(messages)
  } catch (error) {
    log.error('not published', { error, messages: messages.length })
    return firstWithMessage ?? records[0]
  }
  return broken
})
