import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf } from '@xieshang/divisions'
import { type Consultation, type SeatSet, sizeOf } from '@xieshang/rules'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newKey, officer, openApi } from '../journey/api.ts'
import { eventually } from '../journey/city.ts'
import { everySeat } from '../journey/seats.ts'
import { cityAt, freePort, type Running, startCity } from './running.ts'

const county = '331102'
const [village = ''] = childrenOf(childrenOf(county)[0]?.code ?? '').map(({ code }) => code)

/** People on the list. `LIST=5000` tries as many as a list takes. */
const size = Number(process.env.LIST ?? 450)

type View = { consultation: Consultation; pending?: { seats: number; of: number } }

let data: string
let running: Running
let token: string
let clerk: ReturnType<typeof officer>
let api: ReturnType<typeof openApi>
let id: string
let version: number
const slowest: { what: string; ms: number }[] = []

/** How long each request takes: none may take longer than five seconds. */
async function timed<T>(what: string, request: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  const answer = await request()
  slowest.push({ what, ms: Math.round(performance.now() - begun) })
  return answer
}

const post = (act: string, body: unknown) =>
  timed(act, async () => {
    const response = await api.raw({
      method: 'POST',
      path: `/consultations/${id}/${act}`,
      body,
      token,
      headers: { 'idempotency-key': newKey(), 'if-match': `"${version}"` },
    })
    const view = (await response.json()) as View
    if (!response.ok) throw new Error(`${act}: ${JSON.stringify(view)}`)
    version = view.consultation.version
    return { status: response.status, location: response.headers.get('location'), view }
  })

beforeAll(async () => {
  const port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-lists-'))
  running = await startCity({ port, data, counties: [county] })
  const city = cityAt(port, data)
  token = await city.token('village', village)
  api = openApi(`${city.origin}/api/${county}`)
  clerk = officer(api, token)
  const people = Array.from({ length: size - 2 }, (_, index) => `村民${index},135${String(index).padStart(8, '0')},,`)
  const csv = [
    '姓名,手机号,类别,主体类型',
    '周书记,,党员代表,村（社区）党组织',
    '叶主任,,,村（居）民委员会',
    ...people,
  ].join('\n')
  const path = `/villages/${village}/people/import?mode=partial`
  const begun = await timed('import', () =>
    api.send<{ id?: string; state: string; rejected: unknown[] }>({
      ...{ method: 'POST', path, csv, token },
      headers: { 'idempotency-key': newKey() },
    }),
  )
  expect(begun.rejected).toEqual([])
  await eventually(
    'the register',
    async () => {
      const { state } = await clerk.get<{ state: string }>(`/villages/${village}/imports/${begun.id}`)
      return state === 'done' ? true : undefined
    },
    240_000,
  )
  const proposed = await clerk.post<View>('/consultations', {
    ...{ division: village, title: '全村道路', description: '修路', matter: 'M5.1', publicInterest: true },
    proposers: [{ kind: 'committee', name: '村委会' }],
  })
  id = proposed.consultation.id
  version = proposed.consultation.version
  await post('register-topic', { party: '周书记', committee: '叶主任' })
}, 600_000)

afterAll(async () => {
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

it('P2a: the whole register is fixed by one word, answered 202 with where to look, and its seats make themselves', async () => {
  const basis = { nature: '公共', interests: '全体', complexity: '一般', scope: '全村' }
  const { status, location, view } = await post('fix-participants', { basis, everybody: {} })
  expect({ status, location }).toEqual({ status: 202, location: `../${id}` })
  expect(view.pending).toEqual({ seats: expect.any(Number), of: size })
  expect(view.consultation.list).toMatchObject({ listed: size, nonVoting: '', residents: size - 2 })
  const begun = Date.now()
  await eventually(
    'the seats',
    async () => {
      const { pending } = await timed('consultation', () => clerk.get<View>(`/consultations/${id}`))
      return pending === undefined ? true : undefined
    },
    240_000,
  )
  slowest.push({ what: 'seats made in the background', ms: -(Date.now() - begun) })
  const { seats, doorToDoor } = await everySeat(clerk, id)
  expect(seats.length).toBe(size)
  expect(new Set(seats.map(({ name }) => name)).size).toBe(size)
  expect(doorToDoor.length).toBe(size)
}, 600_000)

it('S2: everybody is told, by SMS or at the door, and the office counts them without loading the list', async () => {
  const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  await post('issue-notice', {
    text: '请来商议',
    materials: [{ title: '方案', text: '方案说明' }],
    meeting: { at: soon(2), place: '礼堂' },
    opinionsUntil: soon(1),
    channels: ['sms', 'website'],
  })
  const page = () =>
    timed('a page of seats', () =>
      clerk.get<{ seats: unknown[]; told: SeatSet; doorToDoor: SeatSet; noPhone: SeatSet }>(
        `/consultations/${id}/seats`,
      ),
    )
  expect((await page()).seats.length).toBe(Math.min(size, 200))
  // Of a longer list than a page it is counted a moment later.
  await eventually('the count', async () => (sizeOf((await page()).noPhone) === 2 ? true : undefined), 240_000)
  const everybody = Array.from({ length: size }, (_, index) => index + 1)
  const toldAt = new Date().toISOString()
  await post('record-telling', { seats: everybody, channel: 'door', toldAt, teller: '网格员' })
  const told = await page()
  expect([sizeOf(told.told), told.doorToDoor]).toEqual([size, ''])
  await post('choose-forms', { forms: ['meeting'] })
  await post('open-session', { kind: 'council', place: '礼堂', host: '周书记', recorder: '文书' })
  const { view } = await post('take-attendance', { session: 1, present: everybody })
  expect(view.consultation.sessions[0]?.present).toBe(`1-${size}`)
  expect(JSON.stringify(view).length).toBeLessThan(20_000)
}, 300_000)

it('no request takes longer than five seconds', () => {
  const worst = slowest.toSorted((a, b) => b.ms - a.ms)
  if (process.env.LIST !== undefined) process.stdout.write(`${JSON.stringify(slowest)}\n`)
  expect(worst[0]?.ms, JSON.stringify(worst.slice(0, 5))).toBeLessThan(5000)
})
