import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf } from '@xieshang/divisions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApi } from '../journey/api.ts'
import { type City, eventually } from '../journey/city.ts'
import { type SeedPerson, seedFiled, seedReady } from '../journey/seeds.ts'
import { cityAt, freePort, type Running, startCity } from './running.ts'

const [village = '', neighbour = ''] = childrenOf(childrenOf('331102')[0]?.code ?? '').map(({ code }) => code)
const people: SeedPerson[] = [
  { name: '陈书记', phone: '13811120001', category: '党员代表', class: '村（社区）党组织' },
  { name: '林主任', phone: '13811120002', category: '居民代表', class: '村（居）民委员会' },
  { name: '李阿婆', phone: '', category: '老年人代表', class: '当地居民' },
  { name: '张大伯', phone: '', category: '居民代表', class: '当地居民' },
  { name: '周大妈', phone: '', category: '妇女代表', class: '当地居民' },
]

let data: string
let running: Running
let city: City

beforeAll(async () => {
  const port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-screens-'))
  running = await startCity({ port, data, counties: ['331102'] })
  city = cityAt(port, data)
}, 300_000)

afterAll(async () => {
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

type Slide = { kind: string; id: string; title: string; text: string; [field: string]: unknown }
type Screen = { division: string; divisionName: string; at: string; slides: Slide[] }

const screenOf = (division: string) =>
  openApi(`${city.origin}/api/331102`, city.patienceMs).send<Screen>({ method: 'GET', path: `/screens/${division}` })

const slidesOf = async (division: string, id: string) =>
  (await screenOf(division)).slides.filter((slide) => slide.id === id)

const seed = (title: string) => ({ city, village, title, people, items: ['安装路灯'] })
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

const noticeFor = (channels: string[], text: string) => ({
  text,
  materials: [{ title: '方案', text: '方案全文' }],
  meeting: { at: inHours(3), place: '文化礼堂' },
  opinionsUntil: inHours(2),
  channels,
})

describe('the screens of a place', () => {
  it('P3a: show a notice that was issued for them, on those of its own village only and without a name', async () => {
    const { id, give } = await seedReady(seed('村口路灯'))
    await give('issueNotice', noticeFor(['screen', 'sms'], '请来商议村口路灯。'))
    const [slide] = await eventually('the slide', async () => {
      const slides = await slidesOf(village, id)
      return slides.length > 0 ? slides : undefined
    })
    expect(slide).toMatchObject({
      kind: 'notice',
      title: '村口路灯',
      text: '请来商议村口路灯。',
      meeting: { place: '文化礼堂' },
      opinionsUntil: expect.any(String),
    })
    const shown = JSON.stringify(await screenOf(village))
    for (const name of [...people.map((one) => one.name), '经办人']) expect(shown).not.toContain(name)
    expect((await screenOf(neighbour)).slides).toEqual([])
    await give('issueNotice', noticeFor(['sms'], '改在短信里告知。'))
    expect(await slidesOf(village, id), 'what was issued anew for other channels').toEqual([])
  })

  it('P8: show an outcome with its results while it is published, and P9g: not while it is suspended or corrected', async () => {
    const { id, give } = await seedFiled(seed('安装路灯'))
    await give('answerFiling', { body: 0, result: 'acknowledged' }, 'township')
    const published = { channels: ['website', 'screen'], text: '各条均已通过。' }
    await give('publishOutcome', published)
    const shown = () => eventually('the outcome', async () => (await slidesOf(village, id))[0])
    expect(await shown()).toMatchObject({
      kind: 'outcome',
      title: '安装路灯',
      text: '各条均已通过。',
      until: expect.any(String),
      items: [{ item: 1, title: '安装路灯', status: 'passed', votes: { yes: 5, no: 0, abstain: 0 } }],
    })
    for (const { name } of people) expect(JSON.stringify(await screenOf(village))).not.toContain(name)
    const law = { ground: '《中华人民共和国价格法》第十二条', text: '先停下来。' }
    await give('suspendOutcome', law, 'township')
    expect(await slidesOf(village, id)).toEqual([])
    await give('liftSuspension', law, 'township')
    expect(await shown()).toMatchObject({ kind: 'outcome' })
    await give('correctOutcome', law, 'township')
    expect(await slidesOf(village, id)).toEqual([])
    await give('publishOutcome', { ...published, text: '依法纠正后公示。' })
    expect(await shown()).toMatchObject({ text: '依法纠正后公示。' })
  })

  it('P3a: of no place of the county are not found', async () => {
    expect(await screenOf('331102')).toMatchObject({ divisionName: '莲都区', slides: [] })
    for (const elsewhere of ['331121', '331121001', '331102999999', '3311', 'nowhere'])
      await expect(screenOf(elsewhere), elsewhere).rejects.toMatchObject({ status: 404, problem: { code: 'notFound' } })
  })
})
