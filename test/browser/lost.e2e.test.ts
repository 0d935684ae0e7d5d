import { childrenOf } from '@xieshang/divisions'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventually, messagesOf } from '../journey/city.ts'
import { type Seeded, type SeedPerson, seedPublished, seedReady } from '../journey/seeds.ts'
import { desktop, lookAt, phone, visitor } from './browser.ts'
import { onStage } from './stage.ts'

const county = '331102'
const village = childrenOf(childrenOf(county)[0]?.code ?? '')[0]?.code ?? ''
const reader = { name: '李阿婆', phone: '13811110003' }
const people: SeedPerson[] = [
  { name: '陈书记', phone: '13811110001', category: '党员代表', class: '村（社区）党组织' },
  { name: '林主任', phone: '13811110002', category: '居民代表', class: '村（居）民委员会' },
  { ...reader, category: '老年人代表', class: '当地居民' },
  { name: '张大伯', phone: '13811110004', category: '居民代表', class: '当地居民' },
  { name: '周大妈', phone: '', category: '妇女代表', class: '当地居民' },
]

const known: string[] = []

const stage = onStage([county])

/** The personal link that the phone got for what was seeded last. */
async function freshLink(): Promise<string> {
  const token = await eventually('the personal link', async () =>
    (await messagesOf(stage.city, `+86${reader.phone}`))
      .map(({ text }) => /\/r\/\d{6}\/([A-Za-z0-9_-]+)/.exec(text)?.[1])
      .findLast((one) => one !== undefined && !known.includes(one)),
  )
  known.push(token)
  return token
}

/** Loses what is sent next: the request itself, or only its answer. */
async function lose(page: Page, path: string, what: 'request' | 'answer'): Promise<void> {
  await page.route(
    `**/${path}`,
    async (route) => {
      if (what === 'answer') await route.fetch()
      await route.abort('failed')
    },
    { times: 1 },
  )
}

const seed = (title: string) => ({ city: stage.city, village, title, people, items: ['安装路灯'] })
const textsOf = async ({ api }: Seeded, token: string, kind: 'opinions' | 'feedback') =>
  (await api.send<Record<'opinions' | 'feedback', { text: string }[]>>({ method: 'GET', path: `/links/${token}` }))[
    kind
  ].map(({ text }) => text)

it('P3b: an opinion whose answer was lost is known to stand, and the edited one to be unsent until it is sent', async () => {
  const seeded = await seedReady(seed('路灯在哪里装'))
  const token = await freshLink()
  const { page, close } = await visitor(stage.browser, phone)
  await page.goto(`${stage.city.origin}/r/${county}/${token}`)
  const box = page.getByLabel('您的意见')
  const send = page.getByRole('button', { name: '提交意见' })
  await box.fill('装在路口')
  await lose(page, 'opinions', 'answer')
  await send.click()
  await page.getByText('还不知道县里收到没有').waitFor()
  await box.fill('装在桥头')
  await send.click()
  await page.getByText('您前一次写的已经收到').waitFor()
  await page.locator('blockquote', { hasText: '装在路口' }).waitFor()
  expect(await box.inputValue()).toBe('装在桥头')
  expect(await textsOf(seeded, token, 'opinions')).toEqual(['装在路口'])
  await lookAt(page, 'resident-lost-phone')
  await page.setViewportSize(desktop)
  await lookAt(page, 'resident-lost-desktop')
  // Whoever wants the second one too presses again; then both stand, and both are shown.
  await send.click()
  await page.locator('blockquote', { hasText: '装在桥头' }).waitFor()
  expect(await textsOf(seeded, token, 'opinions')).toEqual(['装在路口', '装在桥头'])

  // A request that never arrived is sent, once, as it is now.
  await lose(page, 'opinions', 'request')
  await box.fill('灯要亮')
  await send.click()
  await page.getByText('还不知道县里收到没有').waitFor()
  await box.fill('灯要亮一些')
  await send.click()
  await page.locator('blockquote', { hasText: '灯要亮一些' }).waitFor()
  expect(await textsOf(seeded, token, 'opinions')).toEqual(['装在路口', '装在桥头', '灯要亮一些'])
  await close()
})

it('P11a: feedback whose answer was lost is not sent twice', async () => {
  const seeded = await seedPublished(seed('路灯装好了'))
  const token = await freshLink()
  const { page, close } = await visitor(stage.browser, phone)
  await page.goto(`${stage.city.origin}/r/${county}/${token}`)
  await page.getByLabel('落实得怎么样').fill('灯很亮')
  await lose(page, 'feedback', 'answer')
  const send = page.getByRole('button', { name: '提交反馈' })
  await send.click()
  await page.getByText('还不知道县里收到没有').waitFor()
  await send.click()
  await page.locator('blockquote', { hasText: '灯很亮' }).waitFor()
  expect(await page.getByLabel('落实得怎么样').inputValue()).toBe('')
  expect(await textsOf(seeded, token, 'feedback')).toEqual(['灯很亮'])
  await close()
})

/** Loses a part of the pages, as a deployment does that takes the parts of the version before away. */
const losePart = (page: Page, times: number) =>
  page.route('**/assets/openData-*.js', (route) => route.fulfill({ status: 404 }), { times })

it('a part that is gone since a deployment is fetched with the newer page, without anybody doing anything', async () => {
  const { page, close } = await visitor(stage.browser, phone)
  await losePart(page, 1)
  await page.goto(`${stage.city.origin}/p/${county}/open-data`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByText('页面出错了').count()).toBe(0)
  await close()
})

it.each([
  ['desktop', desktop],
  ['phone', phone],
])('a page that stays broken says so at a %s, and opens when it can', async (name, viewport) => {
  const { page, close } = await visitor(stage.browser, viewport)
  await losePart(page, 2)
  await page.goto(`${stage.city.origin}/p/${county}/open-data`)
  await page.getByRole('heading', { name: '页面出错了' }).waitFor()
  await lookAt(page, `broken-${name}`)
  await page.getByRole('button', { name: '重新打开' }).click()
  await page.getByText('页面出错了').waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await close()
})
