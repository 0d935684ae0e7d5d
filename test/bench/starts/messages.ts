import { gzipSync } from 'node:zlib'
import { linesFor } from '@xieshang/divisions'
import { dayOf } from '@xieshang/rules'
import { openOfficialAccount } from '@xieshang/store'
import { inHours, now } from '../../../packages/store/test/county.ts'
import { queueOf, streamOf } from '../../functions/events.ts'
import { type Given, twice } from './given.ts'
import { tenant, type World } from './world.ts'

const messageOf = (body: unknown) => queueOf([JSON.stringify(body)])
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const deliveryLine = (message: string) =>
  JSON.stringify({
    notification: { messageId: message, timestamp: '2026-05-20 04:00:00.000' },
    delivery: { dwellTimeMsUntilDeviceAck: 900 },
    status: 'SUCCESS',
  })

/** The event of a consultation's notice, by its number. */
const noticeEvent = 4

/**
 * For each function that no person calls what it is given.
 * @param consultation whose list is fixed and was told
 */
export async function messagesTo({ county, listener }: World, consultation: string): Promise<Record<string, Given>> {
  const seats = (await county.store.seats.list(consultation)).map(({ seat }) => seat)
  await county.store.deliveries.prepare(consultation, noticeEvent, seats)
  await county.store.summaries.refresh(consultation)
  await county.store.turnout.add(consultation, 1, [1])
  await openOfficialAccount(county.table, county.secrets).connect({
    ...{ name: '莲都民政', appId: 'wx1234567890', cover: 'cover', secret: '0123456789abcdef0123456789abcdef' },
    ...{ at: now(), by: { sub: 'county', name: '民政局' } },
  })
  const rows = await county.table.queryAll(`CASE#${consultation}`)
  const notice = rows.filter(({ SK }) => SK === `EVENT#${String(noticeEvent).padStart(6, '0')}`)
  if (notice.length === 0) throw new Error('There is no notice')
  const cast = { PK: 'LINK#hash', SK: 'ROUND#001', status: 'cast', consultation, round: 1, seat: 1 }
  const summary = JSON.parse(String(rows.find(({ SK }) => SK === 'SUMMARY')?.summary)) as object
  const to = (seat: number | undefined) => ({ consultation, event: noticeEvent, seat })
  const step = (page: number) => messageOf({ act: 'deliveries', consultation, event: noticeEvent, page })

  /** @param closesIn ms until its end, where it has one */
  async function closing(closesIn?: number): Promise<string> {
    const id = await county.ready(3)
    const ends = closesIn === undefined ? {} : { closesAt: new Date(Date.now() + closesIn).toISOString() }
    await county.done(id, 'openRound', { method: 'online', secrecy: 'named', items: [1], ...ends })
    return id
  }

  return {
    // A ballot whose seat is in the turnout already.
    relay: { least: () => streamOf([cast]), work: () => streamOf(notice) },
    // A page behind the end of the list.
    steps: { least: () => step(2), work: () => step(1) },
    sms: twice((turn) => messageOf(to(seats[turn]))),
    tracking: twice((turn) => messageOf(to(seats.at(-1 - turn)))),
    count: twice(async () => {
      const id = await closing()
      await county.done(id, 'closeRound', { round: 1 })
      return messageOf({ consultation: id, round: 1 })
    }),
    clock: twice(async () => {
      const ms = 1000
      await closing(ms)
      await pause(ms)
      return {}
    }),
    wechat: twice(async () => {
      const id = await county.ready(3)
      const { version } = await county.done(id, 'issueNotice', {
        ...{ text: '请来商议', materials: [{ title: '方案', text: '内容' }] },
        meeting: { at: inHours(48), place: '礼堂' },
        opinionsUntil: inHours(24),
        channels: ['wechat'],
      })
      return messageOf({ consultation: id, event: version })
    }),
    inbox: twice((turn) => messageOf({ v: 1, ask: `question-${turn}`, county: tenant, consultation })),
    duties: twice(async () => {
      await county.store.dailyPass.save({ day: dayOf(now()), stage: 'places' })
      return {}
    }),
    places: twice(() => ({
      ...{ RequestType: 'Create', RequestId: 'r', StackId: 's', LogicalResourceId: 'places', ResponseURL: listener },
      ResourceProperties: { County: tenant, Places: linesFor(tenant) },
    })),
    ingest: twice((turn) => messageOf({ ...summary, version: turn + 1 })),
    // It keeps nothing: the least is to pass one receipt on.
    receipts: {
      least: (turn) => ({
        awslogs: {
          data: gzipSync(
            JSON.stringify({ messageType: 'DATA_MESSAGE', logEvents: [{ message: deliveryLine(`message-${turn}`) }] }),
          ).toString('base64'),
        },
      }),
    },
    claims: {
      least: () => ({
        request: { userAttributes: { sub: 'a', name: '陈', 'custom:role': 'county', 'custom:division': tenant } },
        response: {},
      }),
    },
  }
}
