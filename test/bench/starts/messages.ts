import { gzipSync } from 'node:zlib'
import { linesFor } from '@xieshang/divisions'
import { dayOf } from '@xieshang/rules'
import { openOfficialAccount } from '@xieshang/store'
import { inHours, now } from '../../../packages/store/test/county.ts'
import { queueOf, streamOf } from '../../functions/events.ts'
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
 * For each function that no person calls what it is given, turn by turn: one record, and something to do about it.
 * @param consultation whose list is fixed and was told
 */
export async function messagesTo({ county, listener }: World, consultation: string) {
  const seats = (await county.store.seats.list(consultation)).map(({ seat }) => seat)
  await county.store.deliveries.prepare(consultation, noticeEvent, seats)
  await county.store.summaries.refresh(consultation)
  await county.store.dailyPass.save({ day: dayOf(now()), stage: 'done' })
  await openOfficialAccount(county.table, county.secrets).connect({
    ...{ name: '莲都民政', appId: 'wx1234567890', cover: 'cover', secret: '0123456789abcdef0123456789abcdef' },
    ...{ at: now(), by: { sub: 'county', name: '民政局' } },
  })
  const rows = await county.table.queryAll(`CASE#${consultation}`)
  const [notice] = rows.filter(({ SK, number }) => SK.startsWith('EVENT#') && Number(number) === noticeEvent)
  const summary = JSON.parse(String(rows.find(({ SK }) => SK === 'SUMMARY')?.summary)) as object
  const to = (seat: number | undefined) => ({ consultation, event: noticeEvent, seat })

  async function closing(closesAt?: string): Promise<string> {
    const id = await county.ready(3)
    const ends = closesAt === undefined ? {} : { closesAt }
    await county.done(id, 'openRound', { method: 'online', secrecy: 'named', items: [1], ...ends })
    return id
  }

  return {
    relay: () => streamOf(notice === undefined ? [] : [notice]),
    steps: () => messageOf({ act: 'deliveries', consultation, event: noticeEvent, page: 1 }),
    sms: (turn: number) => messageOf(to(seats[turn])),
    tracking: (turn: number) => messageOf(to(seats.at(-1 - turn))),
    async count() {
      const id = await closing()
      await county.done(id, 'closeRound', { round: 1 })
      return messageOf({ consultation: id, round: 1 })
    },
    async clock() {
      const ms = 500
      await closing(new Date(Date.now() + ms).toISOString())
      await pause(ms)
      return {}
    },
    async wechat() {
      const id = await county.ready(3)
      const { version } = await county.done(id, 'issueNotice', {
        ...{ text: '请来商议', materials: [{ title: '方案', text: '内容' }] },
        meeting: { at: inHours(48), place: '礼堂' },
        opinionsUntil: inHours(24),
        channels: ['wechat'],
      })
      return messageOf({ consultation: id, event: version })
    },
    inbox: (turn: number) => messageOf({ v: 1, ask: `question-${turn}`, county: tenant, consultation }),
    duties: () => ({}),
    places: () => ({
      ...{ RequestType: 'Create', RequestId: 'r', StackId: 's', LogicalResourceId: 'places', ResponseURL: listener },
      ResourceProperties: { County: tenant, Places: linesFor(tenant) },
    }),
    ingest: (turn: number) => messageOf({ ...summary, version: turn + 1 }),
    receipts: (turn: number) => ({
      awslogs: {
        data: gzipSync(
          JSON.stringify({ messageType: 'DATA_MESSAGE', logEvents: [{ message: deliveryLine(`message-${turn}`) }] }),
        ).toString('base64'),
      },
    }),
    claims: () => ({
      request: { userAttributes: { sub: 'a', name: '陈', 'custom:role': 'county', 'custom:division': tenant } },
      response: {},
    }),
  }
}
