import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { findDivision } from '@xieshang/divisions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cases } from '../journey/cases.ts'
import type { City } from '../journey/city.ts'
import { openDeskClock } from '../journey/deskClock.ts'
import { walk } from '../journey/walk.ts'
import { cityAt, freePort, type Running, startCity } from './running.ts'

const county = '331102'
const village = '331102001001'
const hour = 3_600_000
const cli = fileURLToPath(new URL('../../packages/local/src/cli/clock.ts', import.meta.url))

let port: number
let data: string
let running: Running
let city: City

beforeAll(async () => {
  port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-clock-'))
  running = await startCity({ port, data, counties: [county], args: ['--clock', '2026-03-02 08:00'] })
  city = cityAt(port, data)
})

afterAll(async () => {
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

const clock = async (...args: string[]) => {
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...args], {
    env: { ...process.env, XIESHANG_DATA: data },
  })
  return Date.parse(/（(.*)）/.exec(stdout)?.[1] ?? '')
}
const near = (instant: number, wanted: number) => expect(Math.abs(instant - wanted)).toBeLessThan(300_000)
const first = Date.parse('2026-03-02T08:00:00+08:00')

const me = async (token: string) => {
  const response = await fetch(`${city.origin}/api/${county}/me`, { headers: { authorization: `Bearer ${token}` } })
  return response.status
}

describe('the one clock of the desk', () => {
  it('is what functions, answers and tokens go by', async () => {
    near(await clock(), first)
    const token = await city.token('village', village)
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    near(Number((claims as { iat: number }).iat) * 1000, first)
    const screen = await fetch(`${city.origin}/api/${county}/screens/${village}`)
    near(Date.parse(((await screen.json()) as { at: string }).at), first)
    near(Date.parse(screen.headers.get('date') ?? ''), first)
    expect(await me(token)).toBe(200)
  })

  it('put forward, is seen at once by what runs, and a token’s eight hours are over', async () => {
    const token = await city.token('village', village)
    near(await clock('+9h'), first + 9 * hour)
    const screen = await fetch(`${city.origin}/api/${county}/screens/${village}`)
    near(Date.parse(((await screen.json()) as { at: string }).at), first + 9 * hour)
    expect(await me(token)).toBe(401)
    expect(await me(await cityAt(port, data).token('village', village))).toBe(200)
  })

  it('never goes back, and takes nothing that is no time', async () => {
    for (const wrong of ['2026-03-02 08:00', '-3d', 'tomorrow', '+900d'])
      await expect(clock(wrong)).rejects.toMatchObject({ code: 1 })
    near(await clock(), first + 9 * hour)
  })

  it('is put forward by this machine’s own pages only', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${city.origin}/clock`, { method: 'POST', headers, body: '{"by":"+1h"}' })
    expect((await post({ 'content-type': 'text/plain' })).status).toBe(403)
    const elsewhere = { 'content-type': 'application/json', origin: 'https://elsewhere.example' }
    expect((await post(elsewhere)).status).toBe(403)
    const answer = await post({ 'content-type': 'application/json', origin: city.origin })
    near(Date.parse(((await answer.json()) as { now: string }).now), first + 10 * hour)
    // The button stands on the start page and on no other.
    expect(await (await fetch(`${city.origin}/`)).text()).toContain('/clock/button.js')
    expect(await (await fetch(`${city.origin}/office`)).text()).not.toContain('/clock/')
  })

  it('P3b, P6a: lets days go by between a notice and its meeting, which every phone tells, and ends a vote', async () => {
    const [, , one] = cases
    const found = findDivision(village)
    if (one === undefined || found === undefined) throw new Error('There is no such case or village')
    city.renew?.()
    const days = openDeskClock(city, 1)
    const { consultation, received } = await walk({
      city,
      clock: days,
      village: found,
      case: one,
      series: '31',
      untilTheirEnd: true,
      say: () => undefined,
    })
    const [round] = consultation.rounds
    expect(round?.closedAt?.localeCompare(round.closesAt ?? '')).toBe(1)
    const { opinionsUntil = '', meeting } = consultation.notices.at(-1) ?? {}
    expect(consultation.sessions[0]?.at.localeCompare(meeting?.at ?? '')).toBe(1)
    for (const { messages } of received) {
      const at = messages.map((message) => message.at)
      expect([at[0]?.localeCompare(opinionsUntil), at.at(-1)?.localeCompare(meeting?.at ?? '')]).toEqual([-1, 1])
    }
  })

  it('goes on over a restart, and is not set again', async () => {
    await running.kill()
    await expect(startCity({ port, data, counties: [county], args: ['--clock', '2026-03-02'] })).rejects.toThrow(
      /第一次启动/,
    )
    running = await startCity({ port, data, counties: [county] })
    expect(await clock()).toBeGreaterThan(first + 3.5 * 24 * hour)
  })
})
