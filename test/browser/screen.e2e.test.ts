import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf } from '@xieshang/divisions'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cityAt, freePort, type Running, startCity } from '../city/running.ts'
import { type City, eventually } from '../journey/city.ts'
import { type SeedPerson, seedFiled, seedReady } from '../journey/seeds.ts'
import { desktop, launch, lookAt, phone, visitor } from './browser.ts'
import { signInAt, step } from './office.ts'

const television = { width: 1920, height: 1080 }
const upright = { width: 1080, height: 1920 }
const township = childrenOf('331102')[0]
const [place, quiet] = childrenOf(township?.code ?? '')
const village = place?.code ?? ''

const people: SeedPerson[] = [
  { name: '陈书记', phone: '13811130001', category: '党员代表', class: '村（社区）党组织' },
  { name: '林主任', phone: '13811130002', category: '居民代表', class: '村（居）民委员会' },
  { name: '李阿婆', phone: '', category: '老年人代表', class: '当地居民' },
  { name: '张大伯', phone: '', category: '居民代表', class: '当地居民' },
  { name: '周大妈', phone: '', category: '妇女代表', class: '当地居民' },
]

let origin: string
let data: string
let running: Running
let browser: Browser
let city: City
let noticed: string

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const long = '老旧小区停车位不足，消防通道时常被占用。现就停车位改造方案征求大家的意见，欢迎到会商量。'

beforeAll(async () => {
  const port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-screen-'))
  ;[running, browser] = await Promise.all([startCity({ port, data, counties: ['331102'] }), launch()])
  city = cityAt(port, data)
  origin = city.origin
  const seed = { city, village, people }
  const parking = await seedReady({ ...seed, title: '老旧小区停车位改造和消防通道整治', items: ['划定车位'] })
  noticed = parking.id
  await parking.give('issueNotice', {
    text: `${long}\n${long.repeat(8)}`,
    materials: [{ title: '方案', text: '方案全文' }],
    meeting: { at: inHours(50), place: '社区党群服务中心二楼会议室' },
    opinionsUntil: inHours(26),
    channels: ['screen', 'website'],
  })
  const lamps = await seedFiled({
    ...seed,
    title: '公共照明和休闲设施更新',
    items: ['更换楼道灯具', '安装路灯', '新建儿童活动场地和老年人休息座椅', '修补路面', '增设晾衣架', '清理杂物'],
  })
  await lamps.give('answerFiling', { body: 0, result: 'acknowledged' }, 'township')
  await lamps.give('publishOutcome', {
    channels: ['website', 'screen'],
    text: '居民协商一致，各条均已通过，自公示期满后开始实施。施工期间给大家带来不便，敬请谅解。',
  })
  await eventually('both slides', async () => {
    const response = await fetch(`${origin}/api/331102/screens/${village}`)
    const { slides } = (await response.json()) as { slides: unknown[] }
    return slides.length === 2 ? slides : undefined
  })
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

/** The page fits the screen: nothing scrolls, and no words lie over others. */
async function fits(page: Page, name: string) {
  const { scrolled, cut } = await page.evaluate(() => {
    const words = document.querySelector('.screen-words')
    return {
      scrolled: document.documentElement.scrollHeight - document.documentElement.clientHeight,
      cut: words === null ? 0 : words.scrollHeight - words.clientHeight,
    }
  })
  expect({ scrolled, cut }, name).toEqual({ scrolled: 0, cut: 0 })
}

it('P3a: a page that is half a day old is fetched anew', async () => {
  const { page, complaints, close } = await visitor(browser, television)
  await page.clock.install()
  await page.goto(`${origin}/screen/${village}`)
  await page.getByText('协商告知').waitFor()
  const navigated = page.waitForEvent('framenavigated', { timeout: 20_000 })
  await page.clock.fastForward('12:01:00')
  await navigated
  await page.getByText('协商告知').waitFor()
  expect(complaints).toEqual([])
  await close()
})

describe.each([
  { name: 'television', viewport: television },
  { name: 'upright', viewport: upright },
  { name: 'phone', viewport: phone },
])('the screen at a $name', ({ name, viewport }) => {
  it('P3a: shows the notice large and P8: the outcome after it, by itself, and keeps both without a network', async () => {
    const { page, complaints, close } = await visitor(browser, viewport)
    // No fading: a picture is taken of what stands.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.clock.install()
    await page.goto(`${origin}/screen/${village}`)
    await page.getByRole('heading', { name: place?.name ?? '', exact: true }).waitFor()
    const first = page.getByRole('heading', { name: '老旧小区停车位改造和消防通道整治' })
    const second = page.getByRole('heading', { name: '公共照明和休闲设施更新' })
    await first.waitFor()
    await page.getByText('社区党群服务中心二楼会议室').waitFor()
    await page.clock.runFor(1000)
    await fits(page, `notice ${name}`)
    await lookAt(page, `screen-notice-${name}`)
    expect(await page.getByRole('link', { name: '手机扫码看全文' }).getAttribute('href')).toBe(`/p/331102/${noticed}`)
    await page.clock.runFor(15_000)
    await second.waitFor()
    await page.getByText('同意 5').first().waitFor()
    await page.clock.runFor(1000)
    await fits(page, `outcome ${name}`)
    await lookAt(page, `screen-outcome-${name}`)
    expect(complaints).toEqual([])

    await page.context().setOffline(true)
    await page.clock.runFor(61_000)
    await page.getByText(/上次更新 \d\d:\d\d/).waitFor()
    await lookAt(page, `screen-offline-${name}`)
    await page.context().setOffline(false)
    await page.clock.runFor(61_000)
    await page.getByText(/上次更新/).waitFor({ state: 'detached' })
    await close()
  })

  it('P3a: is calm where nothing is announced', async () => {
    const { page, complaints, close } = await visitor(browser, viewport)
    await page.goto(`${origin}/screen/${quiet?.code}`)
    await page.getByText('暂无公告').waitFor()
    await page.getByRole('heading', { name: quiet?.name ?? '' }).waitFor()
    await lookAt(page, `screen-nothing-${name}`)
    expect(complaints).toEqual([])
    await page.goto(`${origin}/screen/331102999`)
    await page.getByText('没有这个电子屏').waitFor()
    await close()
  })
})

it('P3a: the office says where the screen of a notice is', async () => {
  const { page, complaints, close } = await visitor(browser, desktop)
  const path = { county: '莲都区', township: township?.name ?? '', village: place?.name ?? '' }
  await signInAt(page, { url: `${origin}/office/c/${noticed}`, role: '村（社区）', place: path })
  const section = await step(page, 'notice')
  const link = section.getByRole('link', { name: '电子屏地址' })
  expect(await link.getAttribute('href')).toBe(`/screen/${village}`)
  await lookAt(page, 'screen-address')
  expect(complaints).toEqual([])
  await close()
})
