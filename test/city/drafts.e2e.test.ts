import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf } from '@xieshang/divisions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cityAt, freePort, type Running, startCity } from './running.ts'

const county = '331102'
const township = childrenOf(county)[0]?.code ?? ''
const [village = '', neighbour = ''] = childrenOf(township).map(({ code }) => code)

let data: string
let running: Running
let origin: string
const tokens: Record<string, string> = {}

beforeAll(async () => {
  const port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-drafts-'))
  running = await startCity({ port, data, counties: [county] })
  const city = cityAt(port, data)
  origin = city.origin
  for (const [who, role, place] of [
    ['village', 'village', village],
    ['neighbour', 'village', neighbour],
    ['township', 'township', township],
    ['supervisor', 'supervisor', village],
    ['county', 'county', county],
    ['city', 'city', '3311'],
  ] as const)
    tokens[who] = await city.token(role, place)
}, 300_000)

afterAll(async () => {
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

async function ask(as: string | undefined, path: string, method = 'GET', body?: unknown, api = county) {
  const response = await fetch(`${origin}/api/${api}/drafts/${path}`, {
    method,
    headers: {
      ...(as !== undefined && { authorization: `Bearer ${tokens[as]}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as { drafts?: { form: string; typed: string }[] } }
}

const about = `${village}/01KB2T9M4Z6V8Q0W3Y5R7N1C2D`
const typed = JSON.stringify({ title: '装路灯', items: ['1'] })

describe('drafts over the API', () => {
  it('what was typed is kept, replaced, read again and thrown away, as often as it is sent', async () => {
    for (const _ of [1, 2]) expect((await ask('village', `${about}/addTask`, 'PUT', { typed })).status).toBe(200)
    expect((await ask('village', about)).body.drafts).toMatchObject([{ form: 'addTask', typed }])
    for (const _ of [1, 2]) expect((await ask('village', `${about}/addTask`, 'DELETE')).status).toBe(200)
    expect((await ask('village', about)).body.drafts).toEqual([])
  })

  it('is its own officer’s: others of the place see none, and change none', async () => {
    await ask('village', `${about}/addItem`, 'PUT', { typed })
    for (const other of ['township', 'supervisor']) {
      expect((await ask(other, about)).body.drafts).toEqual([])
      expect((await ask(other, `${about}/addItem`, 'DELETE')).status).toBe(200)
    }
    expect((await ask('village', about)).body.drafts).toHaveLength(1)
  })

  it('a place that is not one’s own, or no token, is refused', async () => {
    expect((await ask('neighbour', about)).status).toBe(403)
    expect((await ask('neighbour', `${about}/addItem`, 'PUT', { typed })).status).toBe(403)
    expect((await ask('neighbour', `${about}/addItem`, 'DELETE')).status).toBe(403)
    expect((await ask(undefined, about)).status).toBe(401)
    // A venue of the township is booked by its villages: what lies above is theirs to write at, too.
    expect((await ask('village', `${township}/new/venue.book`, 'PUT', { typed })).status).toBe(200)
  })

  it('is bounded, and its names are names of forms', async () => {
    const long = JSON.stringify({ text: '长'.repeat(100_000) })
    expect((await ask('village', `${about}/addItem`, 'PUT', { typed: long })).status).toBe(400)
    expect((await ask('village', `${about}/a%23b`, 'PUT', { typed })).status).toBe(404)
  })

  it('of the city’s notes lie with the city, whichever place they are about, and are nobody else’s', async () => {
    const inCity = (as: string, path: string, method?: string, body?: unknown) => ask(as, path, method, body, 'city')
    expect((await inCity('city', `${village}/new/note`, 'PUT', { typed })).status).toBe(200)
    expect((await inCity('city', `${village}/new`)).body.drafts).toMatchObject([{ form: 'note', typed }])
    expect((await inCity('county', `${village}/new`)).status).toBe(403)
    expect((await inCity('city', `${village}/new/note`, 'DELETE')).status).toBe(200)
    expect((await inCity('city', `${village}/new`)).body.drafts).toEqual([])
  })
})
