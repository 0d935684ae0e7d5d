import { type CommandBody, type CommandType, shapeText } from '@xieshang/rules'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { meter, type Units } from './capacity.ts'
import { inHours, now, secondOfficer, startCounty, type TestCounty } from './county.ts'

let county: TestCounty

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

it('each command costs exactly this many capacity units, on a list of 32 seats and three items', async () => {
  const { people } = await county.register(30)
  const units = meter(county.client)
  const costs: Record<string, Units> = {}
  let id = ''
  costs.proposeTopic = await units.of(async () => {
    id = (await county.propose()).id
  })
  const step = async <T extends CommandType>(
    type: T,
    body: CommandBody<T>,
    name: string = type,
    actor = secondOfficer,
  ) => {
    costs[name] = await units.of(() => county.done(id, type, body, { actor }))
  }
  await step('registerTopic', { party: '书记', committee: '主任' })
  await step('fixParticipants', {
    basis: { nature: '公共事务', interests: '全体居民', complexity: '一般', scope: '全村' },
    seats: county.seatsOf(people),
  })
  await step('issueNotice', {
    text: '请来商议',
    materials: [{ title: '方案', text: '方案说明' }],
    meeting: { at: inHours(2), place: '会议室' },
    opinionsUntil: inHours(1),
    channels: ['sms', 'website'],
  })
  await step('recordTelling', {
    seats: people.map((_, index) => index + 1),
    channel: 'door',
    toldAt: now(),
    teller: '网格员',
    note: '',
  })
  await step('chooseForms', { forms: ['meeting', 'online'] })
  for (const item of [1, 2, 3])
    await step(
      'addItem',
      {
        title: `第${item}条`,
        aspects: { problem: '问题', manifestation: '', impact: '', cause: '', solution: '办法', cautions: '' },
      },
      `addItem ${item}`,
    )
  await step('openSession', { kind: 'council', place: '会议室', host: '主任', recorder: '文书' })
  await step('takeAttendance', { session: 1, present: people.map((_, index) => index + 1) })
  await step('recordDiscussion', { session: 1, item: 1, text: '大家同意' })
  await step('openRound', { method: 'hands', secrecy: 'named', items: [1] }, 'openRound by hands')
  const counts = [{ item: 1, yes: 30, no: 1, abstain: 1 }]
  await step('enterHands', { round: 1, counts })
  await step('confirmHands', { round: 1, counts }, 'confirmHands', { ...secondOfficer, sub: 'officer-3' })
  await step('openRound', { method: 'online', secrecy: 'named', items: [2] }, 'openRound online')
  const tokens = await county.tokensOf(id)
  const cast = (seat: number, round: number, shape: string, item: number) =>
    county.store.ballots.cast(
      tokens.get(seat) ?? '',
      { round, shape, choices: [{ item, choice: 'yes' }] },
      `voter-${seat}-with-a-key-of-36-letters`,
      now(),
    )
  const shapeOfRound = async (number: number) => {
    const round = (await county.store.consultations.load(id))?.rounds[number - 1]
    if (round === undefined) throw new Error('There is no round')
    return shapeText(round)
  }
  const named = await shapeOfRound(2)
  costs['a named ballot'] = await units.of(() => cast(1, 2, named, 2))
  await step('closeRound', { round: 2 })
  costs.counting = await units.of(() => county.counting.finish(id, 2, now()))
  await step('openRound', { method: 'online', secrecy: 'secret', items: [3] }, 'openRound online, secret')
  const secret = await shapeOfRound(3)
  costs['a secret ballot'] = await units.of(() => cast(1, 3, secret, 3))
  for (const seat of [2, 3]) await cast(seat, 3, secret, 3)
  await step('closeRound', { round: 3 }, 'closeRound, secret')
  costs['counting, secret'] = await units.of(() => county.counting.finish(id, 3, now()))
  await step('closeSession', { session: 1 })
  await step('fileRecord', { bodies: [{ body: 'township', name: '街道办事处' }] })
  await step('publishOutcome', { channels: ['website'], text: '结果如下' })
  const lines = Object.entries(costs).map(([name, { read, write }]) => `${name}: ${read} read, ${write} write`)
  expect(lines).toMatchInlineSnapshot(`
    [
      "proposeTopic: 1 read, 20 write",
      "registerTopic: 2 read, 19 write",
      "fixParticipants: 69 read, 171 write",
      "issueNotice: 2 read, 23 write",
      "recordTelling: 2 read, 12 write",
      "chooseForms: 2 read, 12 write",
      "addItem 1: 2 read, 12 write",
      "addItem 2: 2 read, 12 write",
      "addItem 3: 2 read, 12 write",
      "openSession: 2 read, 29 write",
      "takeAttendance: 3 read, 14 write",
      "recordDiscussion: 3 read, 14 write",
      "openRound by hands: 6 read, 23 write",
      "enterHands: 3 read, 14 write",
      "confirmHands: 6 read, 30 write",
      "openRound online: 38 read, 57 write",
      "a named ballot: 0 read, 1 write",
      "closeRound: 3 read, 18 write",
      "counting: 72 read, 59 write",
      "openRound online, secret: 38 read, 57 write",
      "a secret ballot: 0 read, 1 write",
      "closeRound, secret: 3 read, 18 write",
      "counting, secret: 104 read, 89 write",
      "closeSession: 3 read, 16 write",
      "fileRecord: 3 read, 27 write",
      "publishOutcome: 3 read, 29 write",
    ]
  `)
})
