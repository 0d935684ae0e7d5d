import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { childrenOf } from '@xieshang/divisions'
import { verifyChain } from '@xieshang/kernel'
import { nodeChainTools } from '@xieshang/kernel/node'
import type { Consultation, Dissent, Figures } from '@xieshang/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officer, openApi } from '../journey/api.ts'
import { cases } from '../journey/cases.ts'
import { type City, eventually } from '../journey/city.ts'
import { machineClock, openDeskClock } from '../journey/deskClock.ts'
import { everySeat } from '../journey/seats.ts'
import { type Walked, walk } from '../journey/walk.ts'
import { wholeWay } from '../journey/whole.ts'
import { cityAt, freePort, type Running, startCity } from './running.ts'

const county = '331102'
const [village] = childrenOf(childrenOf(county)[1]?.code ?? '')

/** The villages of the journey, in two counties and none in the township of the whole way. */
const walkedIn = [
  ['331102', 0],
  ['331121', 0],
  ['331102', 1],
].map(([code, index]) => childrenOf(childrenOf(String(code))[0]?.code ?? '')[Number(index)])

let data: string
let running: Running
let city: City
let state: Consultation
let walked: readonly Walked[]
/** What the village's screen shows while the outcome is up. */
let slides: unknown

const get = async (path: string, role: 'village' | 'township' = 'village') => {
  const place = village?.code.slice(0, role === 'village' ? 12 : 9) ?? ''
  const authorization = `Bearer ${await city.token(role, place)}`
  return fetch(`${city.origin}/api/${county}${path}`, { headers: { authorization } })
}

beforeAll(async () => {
  if (village === undefined) throw new Error('There is no village')
  const port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-whole-'))
  running = await startCity({ port, data, counties: [county, '331121'] })
  city = cityAt(port, data)
  const walks = cases.map((one, index) => {
    const where = walkedIn[index]
    if (where === undefined) throw new Error('A case without a village')
    return walk({
      city,
      clock: machineClock,
      village: where,
      case: one,
      series: String(index + 11),
      say: () => undefined,
    })
  })
  const clock = openDeskClock(city, 1)
  const publicationOver = async (until: Date) => {
    walked = await Promise.all(walks)
    slides = await (await fetch(`${city.origin}/api/${county}/screens/${village.code}`)).json()
    await clock.waitUntil(until)
    city.renew?.()
  }
  state = await wholeWay({ city, village, say: () => undefined, publicationOver })
}, 300_000)

afterAll(async () => {
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

describe('a full consultation with 60 seats, six items, two rounds and three tasks', () => {
  it('P6a–c: comes out as the votes were cast, online, on paper and by hand', () => {
    const [first, second] = state.rounds.map(({ tally }) => tally)
    expect(first).toMatchObject({ listed: 60, attended: 60, attendedVoting: 57, base: 57, quorumNeeded: 40 })
    expect(first?.items.map(({ yes, no, abstain, result }) => [yes, no, abstain, result])).toEqual([
      [52, 3, 2, 'passed'],
      [54, 1, 2, 'passed'],
      [24, 29, 4, 'failed'],
      [55, 0, 2, 'passed'],
      [26, 27, 4, 'failed'],
      [57, 0, 0, 'passed'],
    ])
    expect(second).toMatchObject({ listed: 60, attended: 58, attendedVoting: 55 })
    expect(second?.items.map(({ item, result }) => [item, result])).toEqual([
      [3, 'passed'],
      [5, 'failed'],
    ])
  })

  it('P9d, P12, P11b: is settled by the representatives, goes the major way, and ends in the archive as a model', async () => {
    expect(state.items.every(({ status }) => status === 'passed')).toBe(true)
    expect(state.escalations[0]?.vote).toMatchObject({ needed: 30, items: [{ item: 5, result: 'passed' }] })
    expect(state.majorRecords).toHaveLength(7)
    expect(state).toMatchObject({ step: 'closed', model: { by: { name: expect.any(String) } } })
    expect(state.tasks.every(({ doneAt }) => doneAt !== undefined)).toBe(true)
    const { dissents } = (await (await get(`/consultations/${state.id}/dissents`)).json()) as { dissents: Dissent[] }
    expect(dissents.map(({ words }) => words)).toEqual([
      '退让1.5米后门面放不下冷柜',
      '担心影响年底分红',
      '担心施工期间店铺没有生意',
    ])
  })

  it('P3a, P8: is told and published by all eight channels, each with what shows it', async () => {
    const shown = state.postings.map(({ of, channel, photo, failed }) => [of, channel, photo !== undefined, failed])
    expect(shown?.toSorted()).toEqual(
      ['notice', 'outcome']
        .flatMap((of) => [
          [of, 'blackboard', true, undefined],
          [of, 'board', true, undefined],
          [of, 'gallery', true, undefined],
          [of, 'wechat', false, undefined],
        ])
        .toSorted(),
    )
    expect(slides).toMatchObject({ slides: [{ kind: 'notice' }, { kind: 'outcome' }] })
    const { articles } = (await (await fetch(`${city.origin}/wechat/articles`)).json()) as {
      articles: { title: string }[]
    }
    expect(articles.map(({ title }) => title.slice(0, 5))).toEqual(['协商结果公', '协商告知：'])
  })

  it('S2: whose phone has an SMS is told by its receipt, and none is only sent', async () => {
    const by = officer(openApi(`${city.origin}/api/${county}`), await city.token('village', village?.code ?? ''))
    const states = await eventually('every receipt', async () => {
      const { seats } = await everySeat(by, state.id)
      const now = seats.flatMap(({ phone, sms }) => (phone === undefined ? [] : [sms]))
      return now.some((sms) => sms === 'sent' || sms === 'waiting') ? undefined : now
    })
    expect([...new Set(states)]).toEqual(['delivered'])
  })

  it('P7: has a record that names every seat, item, vote, task and duty met, as a page and as a Word document', async () => {
    const page = (await (await get(`/consultations/${state.id}/record`)).json()) as {
      blocks: { kind: string; level?: number; text?: string; rows?: string[][] }[]
    }
    const headings = page.blocks.flatMap(({ kind, level, text }) => (kind === 'heading' && level === 1 ? [text] : []))
    expect(headings).toEqual([
      '一、议题的提出与备案',
      '二、协商主体',
      '三、告知与征求意见',
      '四、协商形式与会议',
      '五、商讨内容',
      '六、表决',
      '七、提交会议表决',
      '八、协商成果',
      '九、例外情况',
      '十、备案与公示',
      '十一、五议两公开',
      '十二、成果落实与报告',
      '十三、不同意见及解释说明',
      '十四、监督与进度公布',
      '十五、办结与归档',
      '十六、过程存证',
      '附件一　协商签到表',
      '附件二　表决席位情况',
    ])
    const said = JSON.stringify(page)
    expect(said).toContain('第5条不需要落实')
    for (const wrong of ['undefined', '未告知', '未答复', '尚未', '未完成', 'NaN']) expect(said).not.toContain(wrong)
    const response = await get(`/consultations/${state.id}/record.docx`)
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(`${village?.name}关于`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(String.fromCharCode(...bytes.slice(0, 2))).toBe('PK')
    const kept = fileURLToPath(new URL('../../screenshots', import.meta.url))
    await mkdir(kept, { recursive: true })
    await writeFile(join(kept, 'whole.docx'), bytes)
  })

  it('E4: is chained to its end: what everybody may read of it names nobody, what the office keeps has its values', async () => {
    const open = `${city.origin}/api/${county}/public/consultations`
    const { chain } = (await (await fetch(`${open}/${state.id}`)).json()) as { chain: { event: number; hash: string } }
    const file = Buffer.from(await (await fetch(`${open}/${state.id}/chain.ndjson`)).arrayBuffer())
    expect(verifyChain(file, chain.hash, nodeChainTools)).toMatchObject({
      ...{ kind: 'unbroken', first: 1, last: chain.event, provedTo: chain.event, values: 0 },
    })
    for (const name of [state.topic.title, state.sessions[0]?.host ?? '', state.proposed.by.name])
      expect(file.toString('utf8')).not.toContain(name)
    const kept = Buffer.from(await (await get(`/consultations/${state.id}/chain.ndjson`)).arrayBuffer())
    expect(verifyChain(kept, state.chainHead, nodeChainTools)).toMatchObject({
      kind: 'unbroken',
      provedTo: state.version,
    })
    expect(kept.toString('utf8')).toContain(state.topic.title)
    expect(kept.toString('utf8')).not.toContain('"sub":"')
    expect((await fetch(`${open}/${state.id}/chain.ndjson?part=2`)).status).toBe(404)
  })

  it('P11b: is found in the archive by its words and among the models, by who reaches its place', async () => {
    const archive = (division: string, query: string, role: 'village' | 'township' = 'village') =>
      get(`/divisions/${division}/archive?${query}`, role)
    const found = async (response: Response) =>
      ((await response.json()) as { consultations: { id: string; model?: boolean }[] }).consultations
    const own = village?.code ?? ''
    const above = own.slice(0, 9)
    expect(
      await found(await archive(above, `q=${encodeURIComponent('排水 落实')}&models=true`, 'township')),
    ).toMatchObject([{ id: state.id, model: true }])
    expect(await found(await archive(own, ''))).toMatchObject([{ id: state.id }])
    expect(await found(await archive(own, `q=${encodeURIComponent('排水 养老')}`))).toEqual([])
    expect((await archive(above, '')).status).toBe(403)
  })
})

describe('the three consultations of the journey, in two counties at once', () => {
  it('P6c: end with the numbers that were voted', () => {
    expect(walked.map(({ consultation }) => consultation.step)).toEqual(['published', 'published', 'published'])
    for (const [index, one] of cases.entries()) {
      const last = walked[index]?.consultation.rounds.at(-1)
      const items = one.again ?? one.items
      expect(last?.tally?.items.map(({ yes, no, abstain }) => [yes, no, abstain])).toEqual(
        items.map(({ votes }) => [...votes]),
      )
    }
  })

  it('U3: stand on the dashboard to the unit', async () => {
    const clerk = officer(openApi(`${city.origin}/api/city`), await city.token('city', '3311'))
    for (const [index, { consultation }] of walked.entries()) {
      const place = walkedIn[index]?.code ?? ''
      const { figures } = await clerk.get<{ figures: Figures }>(`/dashboard/${place}`)
      expect(figures).toMatchObject({
        consultations: 1,
        published: 1,
        participants: consultation.list?.listed,
        told: consultation.list?.listed,
        items: consultation.items.length,
        passed: consultation.items.filter(({ status }) => status === 'passed').length,
        rounds: consultation.rounds.length,
      })
      expect(await clerk.get(`/figures/${place}/participants`)).toMatchObject({
        total: consultation.list?.listed,
        consultations: [{ id: consultation.id, adds: consultation.list?.listed }],
      })
    }
  })
})
