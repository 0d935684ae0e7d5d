import { placeCodeOf } from '@xieshang/kernel'
import { openOfficialAccount, toldSeats } from '@xieshang/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queuedChannels, systemChannels } from '../../packages/channels/src/channels.ts'
import { inHours, now, startCounty, type TestCounty } from '../../packages/store/test/county.ts'
import { startPlatform } from './platform.ts'
import { startSns } from './sns.ts'
import { queueOf, streamOf, wireCounty } from './wired.ts'

type Name = (typeof systemChannels)[number]['name']
/** How a test hears a channel. */
type Hearing = {
  /** How often a notice goes out when five are on the list, each with a phone. */
  readonly once: number
  /** Takes what went out since the last time; an address or a line each. */
  readonly heard: (id: string) => Promise<readonly string[]>
  /** Makes whoever sends refuse for a moment. */
  readonly trouble?: () => () => void
}

let county: TestCounty
let sns: Awaited<ReturnType<typeof startSns>>
let platform: Awaited<ReturnType<typeof startPlatform>>
let wired: Awaited<ReturnType<typeof wireCounty>>
let texts = 0

const phones = ['+8613800000000', '+8613800000001', '+8613800000002']

/** A channel that is declared and not heard here does not compile. */
const hearings: { readonly [N in Name]: Hearing } = {
  sms: {
    once: 5,
    heard: async () => {
      const fresh = sns.sent.slice(texts)
      texts = sns.sent.length
      return fresh.map(({ phone }) => phone)
    },
    trouble: () => {
      for (const phone of phones) sns.refuse(phone, 'Throttling')
      return () => phones.forEach(sns.accept)
    },
  },
  wechat: {
    once: 1,
    heard: async () =>
      platform
        .takeCalls()
        .filter(({ path }) => path.startsWith('/cgi-bin/freepublish'))
        .map(({ path }) => path),
    trouble: () => {
      platform.trouble({ status: 502 })
      return () => undefined
    },
  },
  screen: {
    once: 1,
    heard: async (id) =>
      (await county.store.screens.lines(placeCodeOf('331102001001'), now()))
        .filter(({ consultation }) => consultation === id)
        .map(({ kind }) => kind),
  },
  website: { once: 0, heard: async () => [] },
}

beforeAll(async () => {
  county = await startCounty()
  sns = await startSns()
  platform = await startPlatform()
  process.env.WECHAT_ENDPOINT = platform.endpoint
  wired = await wireCounty(county.tableName, { sns, kmsEndpoint: county.kmsEndpoint })
  await openOfficialAccount(county.table, county.secrets).connect({
    ...{ name: '莲都民政', appId: 'wx1', cover: 'cover', secret: '0123456789abcdef0123456789abcdef' },
    ...{ at: now(), by: { sub: 'county', name: '民政局' } },
  })
})

afterAll(() => {
  county.stop()
  sns.stop()
  platform.stop()
})

/** A notice on one channel to five of whom nobody is told yet. */
async function announced(channel: Name): Promise<string> {
  const { people } = await county.register(3)
  const { id } = await county.propose()
  await county.done(id, 'registerTopic', { party: '书记', committee: '主任' })
  await county.done(id, 'fixParticipants', {
    basis: { nature: '公共', interests: '全体', complexity: '一般', scope: '全村' },
    seats: county.seatsOf(people),
  })
  await county.done(id, 'issueNotice', {
    text: '请来商议',
    materials: [{ title: '方案', text: '方案说明' }],
    meeting: { at: inHours(2), place: '会议室' },
    opinionsUntil: inHours(1),
    channels: [channel],
  })
  for (const { heard } of Object.values(hearings)) await heard(id)
  return id
}

/** What the outbox hands to a channel's queue, when everything before it comes twice. */
async function messagesTo(id: string, attributes: Readonly<Record<string, string>>): Promise<string[]> {
  const rows = (prefix: string) => county.table.queryAll(`CASE#${id}`, { prefix })
  const relayed = async (prefix: string) => {
    const stream = streamOf(await rows(prefix))
    sns.takePublished()
    for (let times = 0; times < 2; times++) expect(await wired.relay(stream)).toEqual({ batchItemFailures: [] })
    return sns.takePublished()
  }
  const after = await relayed('EVENT#')
  const steps = after.filter(({ attributes: { kind } }) => kind === 'step').map(({ body }) => body)
  expect(await wired.steps(queueOf(steps))).toEqual({ batchItemFailures: [] })
  const wanted = Object.entries(attributes)
  return [...after, ...(await relayed('DELIVERY#'))]
    .filter((message) => wanted.every(([name, value]) => message.attributes[name] === value))
    .map(({ body }) => body)
}

async function told(id: string): Promise<number[]> {
  const state = await county.store.consultations.load(id)
  if (state === undefined) throw new Error('It was proposed')
  return toldSeats(state, await county.store.seats.list(id)).flatMap((one) => (one.told ? [one.seat] : []))
}

describe.each(queuedChannels)('the channel $name', ({ name, attributes }) => {
  const { once, heard, trouble } = hearings[name]
  /** Until nothing stays in the queue but what is none of ours. */
  async function handled(bodies: readonly string[], receives = 1): Promise<string[]> {
    const { batchItemFailures } = await wired.channels[name](queueOf(bodies, receives))
    return batchItemFailures.map(({ itemIdentifier }) => bodies[Number(itemIdentifier)] ?? '')
  }

  it('P3a: sends exactly once for an event, however often its messages come', async () => {
    const id = await announced(name)
    const messages = await messagesTo(id, attributes)
    const [first, ...others] = [messages, messages.toReversed(), messages]
    // A copy that another holds at this moment comes again later.
    for (let left = await handled(first ?? [], 1); left.length > 0; left = await handled(left, 2));
    for (const again of others) expect(await handled(again, 2)).toEqual([])
    const went = await heard(id)
    expect(went).toHaveLength(once)
    expect(new Set(went).size).toBe(once)
  })

  it('refuses nothing half-way: what is none of ours stays, and the rest goes out beside it', async () => {
    const id = await announced(name)
    const odd = ['', '{}', '{"consultation":"nobody"}']
    const messages = [...new Set(await messagesTo(id, attributes))]
    expect(await handled([...odd, ...messages, ...odd])).toEqual([...odd, ...odd])
    expect(await heard(id)).toHaveLength(once)
  })

  it('leaves in the queue what is refused for a moment, and sends it once after that', async () => {
    const id = await announced(name)
    const messages = [...new Set(await messagesTo(id, attributes))]
    const over = trouble?.()
    const left = await handled(messages)
    expect(left.length).toBeGreaterThan(0)
    const before = await heard(id)
    over?.()
    expect(await handled(left, 2)).toEqual([])
    expect([...before, ...(await heard(id))]).toHaveLength(once)
  })

  it('S2: that it went out tells nobody', async () => {
    const id = await announced(name)
    expect(await handled([...new Set(await messagesTo(id, attributes))])).toEqual([])
    expect(await heard(id)).toHaveLength(once)
    expect(await told(id)).toEqual([])
  })
})

it.each(systemChannels)('P3a: a notice that goes out on $name alone is heard on no other', async ({ name: chosen }) => {
  const id = await announced(chosen)
  for (const { name, attributes } of queuedChannels)
    await wired.channels[name](queueOf([...new Set(await messagesTo(id, attributes))]))
  for (const { name } of systemChannels)
    expect(await hearings[name].heard(id), name).toHaveLength(name === chosen ? hearings[name].once : 0)
  expect(await told(id)).toEqual([])
})
