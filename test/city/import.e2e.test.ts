import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf } from '@xieshang/divisions'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newKey, officer, openApi } from '../journey/api.ts'
import { eventually } from '../journey/city.ts'
import { cityAt, freePort, type Running, startCity } from './running.ts'

const county = '331102'
const [village, neighbour] = childrenOf(childrenOf(county)[0]?.code ?? '').map(({ code }) => code)

type Imported = {
  id?: string
  state: string
  total: number
  done: number
  rejected: { line: number; field: string }[]
}

let data: string
let running: Running
let token: string
let clerk: ReturnType<typeof officer>
let api: ReturnType<typeof openApi>

beforeAll(async () => {
  const port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-import-'))
  running = await startCity({ port, data, counties: [county] })
  const city = cityAt(port, data)
  token = await city.token('village', village ?? '')
  api = openApi(`${city.origin}/api/${county}`)
  clerk = officer(api, token)
}, 300_000)

afterAll(async () => {
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

const send = (csv: string, mode = 'partial', key = newKey()) =>
  api.send<Imported>({
    method: 'POST',
    path: `/villages/${village}/people/import?mode=${mode}`,
    csv,
    token,
    headers: { 'idempotency-key': key },
  })

const table = (lines: readonly string[]) => ['姓名,手机号,类别,主体类型', ...lines].join('\n')
const line = (index: number) => `村民${index},135${String(index).padStart(8, '0')},居民代表,当地居民`

it('S3: a few lines are taken at once; all or nothing takes nothing where one is bad', async () => {
  const csv = table([line(9001), '无名氏,123,,'])
  expect(await send(csv, 'all')).toMatchObject({ state: 'done', done: 0, rejected: [{ line: 3, field: 'phone' }] })
  expect(await send(csv)).toMatchObject({
    state: 'done',
    done: 1,
    rejected: [{ line: 3, field: 'phone' }],
  })
})

it('S3: five thousand lines go on in the background, with progress, each bad line said, and the same request is one', async () => {
  const lines = Array.from({ length: 5000 }, (_, index) => (index === 1233 ? '坏行,12,,' : line(index)))
  const key = newKey()
  const begun = await send(table(lines), 'partial', key)
  expect(begun).toMatchObject({ state: 'running', total: 4999, rejected: [{ line: 1235, field: 'phone' }] })
  const { id = '' } = begun
  const seen: number[] = []
  const done = await eventually(
    'the end of the import',
    async () => {
      const now = await clerk.get<Imported>(`/villages/${village}/imports/${id}`)
      seen.push(now.done)
      return now.state === 'done' ? now : undefined
    },
    110_000,
  )
  expect(done).toMatchObject({ done: 4999 })
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(seen.some((one) => one > 0 && one < 4999)).toBe(true)
  expect(await send(table(lines), 'partial', key)).toMatchObject({ id, state: 'done', done: 4999 })
  const { people } = await clerk.get<{ people: unknown[] }>(`/villages/${village}/people?limit=500`)
  expect(people).toHaveLength(500)
  await expect(clerk.get(`/villages/${neighbour}/imports/${id}`)).rejects.toThrow(/403/)
  await expect(clerk.get(`/villages/${village}/imports/other`)).rejects.toThrow(/404/)
})
