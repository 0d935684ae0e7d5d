import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf } from '@xieshang/divisions'
import type { Figures } from '@xieshang/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officer, openApi } from '../journey/api.ts'
import { cases, villagersOf } from '../journey/cases.ts'
import { eventually, messagesOf } from '../journey/city.ts'
import { type Walked, walk } from '../journey/walk.ts'
import { cityAt, freePort, type Running, startCity } from './running.ts'

const counties = ['331102', '331121']

/** A village of a county, the n-th of its first township. */
function villageOf(county: string, index: number) {
  const village = childrenOf(childrenOf(county)[0]?.code ?? '')[index]
  if (village === undefined) throw new Error(`${county} has no such village`)
  return village
}

const villages = [villageOf('331102', 0), villageOf('331121', 0), villageOf('331102', 1)]

let port: number
let data: string
let running: Running
const walked: Walked[] = []
const said: string[] = []

beforeAll(async () => {
  port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-'))
  running = await startCity({ port, data, counties })
}, 300_000)

afterAll(async () => {
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

describe('three villages in two counties at once, the city killed on the way', () => {
  it('loses nothing acknowledged and finishes what was under way', async () => {
    const city = cityAt(port, data)
    const walks = cases.map((one, index) => {
      const village = villages[index]
      if (village === undefined) throw new Error('A case without a village')
      return walk({
        city,
        village,
        case: one,
        series: String(index + 11),
        say: (line) => said.push(`${village.name} ${line}`),
      })
    })
    // In the middle: notices are under way in at least one village.
    await eventually('the first notice', async () => said.find((line) => line.includes('发出告知')), 120_000)
    await running.kill()
    running = await startCity({ port, data, counties })
    walked.push(...(await Promise.all(walks)))
    expect(walked.map(({ consultation }) => consultation.step)).toEqual(['published', 'published', 'published'])
  }, 420_000)

  it('P6c: every case ends with the numbers that were voted', () => {
    for (const [index, one] of cases.entries()) {
      const last = walked[index]?.consultation.rounds.at(-1)
      const items = one.again ?? one.items
      expect(last?.tally?.items.map(({ yes, no, abstain }) => [yes, no, abstain])).toEqual(
        items.map(({ votes }) => [...votes]),
      )
    }
  })

  it('U2: each phone got its messages, with its own link and nobody else’s', async () => {
    const links = walked.flatMap(({ received }) =>
      received.map(({ messages }) => new Set(messages.map(({ text }) => /\/r\/\S+/.exec(text)?.[0]))),
    )
    for (const own of links) expect(own.size).toBe(1)
    expect(new Set(links.flatMap((own) => [...own])).size).toBe(links.length)
    const nobody = villagersOf(cases[0] as (typeof cases)[number], '99')[0]?.phone ?? ''
    expect(await messagesOf(cityAt(port, data), `+86${nobody}`)).toEqual([])
  })

  it('U3: the dashboard is right to the unit', async () => {
    const city = cityAt(port, data)
    const clerk = officer(openApi(`${city.origin}/api/city`), await city.token('city', '3311'))
    const { figures } = await clerk.get<{ figures: Figures }>('/dashboard')
    const sum = (of: (one: Walked) => number) => walked.reduce((total, one) => total + of(one), 0)
    expect(figures).toMatchObject({
      consultations: 3,
      registered: 3,
      notified: 3,
      filed: 3,
      published: 3,
      participants: sum(({ consultation }) => consultation.list?.listed ?? 0),
      told: sum(({ consultation }) => consultation.list?.listed ?? 0),
      items: sum(({ consultation }) => consultation.items.length),
      passed: sum(({ consultation }) => consultation.items.filter((item) => item.status === 'passed').length),
      failed: sum(({ consultation }) => consultation.items.filter((item) => item.status === 'failed').length),
      rounds: sum(({ consultation }) => consultation.rounds.length),
    })
    for (const [index, village] of villages.entries()) {
      const detail = await clerk.get<{ total: number; consultations: { id: string; adds: number }[] }>(
        `/figures/${village.code}/participants`,
      )
      expect(detail).toMatchObject({
        total: walked[index]?.consultation.list?.listed,
        consultations: [{ id: walked[index]?.consultation.id, adds: walked[index]?.consultation.list?.listed }],
      })
    }
  })

  it('U2: no phone number and no personal link is in any log line', async () => {
    const files = await readdir(data, { recursive: true, withFileTypes: true })
    const logs = files.filter((file) => file.isFile() && file.name.endsWith('.log'))
    const text = [
      running.output(),
      ...(await Promise.all(logs.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))),
    ].join('\n')
    expect(text).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/)
    for (const { received } of walked)
      for (const { messages } of received) {
        const token = /\/r\/\d{6}\/(\S+)/.exec(messages[0]?.text ?? '')?.[1]
        expect(token).toBeDefined()
        expect(text).not.toContain(token)
      }
  })
})
