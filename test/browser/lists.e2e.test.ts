import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cityAt, freePort, type Running, startCity } from '../city/running.ts'
import { officer, openApi } from '../journey/api.ts'
import { desktop, launch, lookAt, phone, visitor } from './browser.ts'
import { signInAt, step } from './office.ts'

const county = '331102'
const village = { county: '莲都区', township: '紫金街道', village: '永晖社区居委会' }
const code = '331102001001'

let port: number
let data: string
let running: Running
let browser: Browser
let shown = ''

const at = (path: string) => `http://127.0.0.1:${port}${path}`

beforeAll(async () => {
  port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-lists-'))
  ;[running, browser] = await Promise.all([startCity({ port, data, counties: [county] }), launch()])
  const inVillage = officer(openApi(at(`/api/${county}`)), await cityAt(port, data).token('village', code))
  const propose = (title: string) =>
    inVillage.post<{ consultation: { id: string } }>('/consultations', {
      ...{ division: code, title, description: '说明', matter: 'M5.1', publicInterest: true },
      proposers: [{ kind: 'committee', name: '村委会' }],
    })
  shown = (await propose('古树保护')).consultation.id
  await inVillage.command(shown, 'register-topic', { party: '书记', committee: '主任' })
  for (let n = 1; n <= 55; n++) await propose(`还没有备案的议题${n}`)
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

describe.each([
  { name: 'desktop', viewport: desktop },
  { name: 'phone', viewport: phone },
])('long lists at a $name', ({ name, viewport }) => {
  it('P8: everybody sees what was registered first of all, behind however many topics that were not', async () => {
    const { page, complaints, close } = await visitor(browser, viewport)
    await page.goto(at(`/p/${county}`))
    await page.getByText('古树保护').waitFor()
    expect(await page.getByText('还没有备案的议题').count()).toBe(0)
    await lookAt(page, `public-list-${name}`)
    expect(complaints).toEqual([])
    await close()
  })

  it('an officer sees the newest first and goes on to the oldest, and finds a consultation by its words', async () => {
    const { page, complaints, close } = await visitor(browser, viewport)
    await signInAt(page, { url: at('/office'), role: '村（社区）', place: village })
    await page.getByText('还没有备案的议题55').waitFor()
    expect(await page.locator('a[href^="/office/c/"]', { hasText: '古树保护' }).count()).toBe(0)
    await page.getByRole('button', { name: '更多' }).last().click()
    await page.locator('a[href^="/office/c/"]', { hasText: '古树保护' }).waitFor()
    await lookAt(page, `office-list-${name}`)
    await page.goto(at(`/office/affairs/${code}/mobilisation`))
    await page.getByText('动员', { exact: false }).first().waitFor()
    for (const summary of await page.locator('details:not([open]) > summary').all()) await summary.click()
    const picker = page.locator('fieldset.pick').first()
    await picker.getByLabel('按名称查找协商').fill('古树')
    await picker.getByRole('button', { name: '查找' }).click()
    const found = picker.getByRole('radio', { name: /古树保护/ })
    await found.waitFor()
    await lookAt(page, `pick-consultation-${name}`)
    await found.click()
    await picker.getByRole('button', { name: '另选' }).waitFor()
    await picker.locator('strong', { hasText: '古树保护' }).waitFor()
    // It is a draft now, and would be there at the next screen, too.
    await page.getByText('草稿已保存', { exact: false }).first().waitFor()
    await page.getByRole('button', { name: '清空' }).first().click()
    await picker.getByLabel('按名称查找协商').waitFor()
    await page.goto(at(`/office/c/${shown}`))
    const history = await step(page, 'history')
    await history.locator('li').first().waitFor()
    expect(await history.locator('li strong').allTextContents()).toEqual(['备案议题', '提出议题'])
    await page.goto(at(`/office/archive/${code}`))
    await page.getByText('没有找到已办结的协商').waitFor()
    await lookAt(page, `archive-${name}`)
    expect(complaints).toEqual([])
    await close()
  })
})
