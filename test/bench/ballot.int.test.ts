import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf } from '@xieshang/divisions'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { newKey } from '../journey/api.ts'
import { messagesOf } from '../journey/city.ts'
import { type Seeded, type SeedPerson, seedReady } from '../journey/seeds.ts'
import { cityAt, freePort, type Running, startCity } from '../near/running.ts'
import { type Counter, startCounter } from './counter.ts'

const village = childrenOf(childrenOf('331102')[0]?.code ?? '')[0]?.code ?? ''
const people: SeedPerson[] = [
  { name: '陈书记', phone: '13811120001', category: '党员代表', class: '村（社区）党组织' },
  { name: '林主任', phone: '13811120002', category: '居民代表', class: '村（居）民委员会' },
  ...Array.from({ length: 8 }, (_, index) => ({
    name: `居民${index}`,
    phone: `1381112100${index}`,
    category: '居民代表',
    class: '当地居民',
  })),
]

let data: string
let counter: Counter
let running: Running
let city: ReturnType<typeof cityAt>
let seeded: Seeded

beforeAll(async () => {
  const port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-ballot-'))
  counter = await startCounter(inject('dynamodb'))
  running = await startCity({ port, data, counties: ['331102'], dynamodb: counter.endpoint })
  city = cityAt(port, data)
  seeded = await seedReady({ city, village, title: '投票的成本', people, items: ['一', '二'] })
})

afterAll(async () => {
  await running?.stop()
  await counter?.stop()
  await rm(data, { recursive: true, force: true })
})

/** The engine's calls from the request of a ballot to its answer, as the API answers it. */
async function callsOf(secrecy: 'named' | 'secret', item: number, phone: string) {
  const opened = await seeded.give('openRound', { method: 'online', secrecy, items: [item] })
  await running.quiet()
  const messages = await messagesOf(city, `+86${phone}`)
  const link = messages.map(({ text }) => /\/r\/\d{6}\/([A-Za-z0-9_-]+)/.exec(text)?.[1]).findLast(Boolean)
  const path = `/links/${link}`
  const { round } = await seeded.api.send<{ round?: { round: number; shape?: string } }>({ method: 'GET', path })
  expect(round?.round).toBe(opened.rounds.length)
  const body = { ...(round?.shape !== undefined && { shape: round.shape }), round: round?.round }
  const calls = await running.alone(async () => {
    counter.take()
    await seeded.api.send({
      method: 'POST',
      path: `${path}/ballot`,
      headers: { 'idempotency-key': newKey() },
      body: { ...body, choices: [{ item, choice: 'yes' }] },
    })
    return counter.take()
  })
  await seeded.give('closeRound', { round: opened.rounds.length })
  // Until it is counted no other round begins.
  await running.quiet()
  return calls
}

const one = { operation: 'UpdateItem', units: 1, conditional: true }

it('P6a: a named ballot is one conditional update of the engine, one unit and no read', async () => {
  expect(await callsOf('named', 1, '13811121001')).toEqual([one])
})

it('P6a: a secret ballot is one conditional update of the engine, one unit and no read', async () => {
  expect(await callsOf('secret', 2, '13811121002')).toEqual([one])
})
