import { expect, it } from 'vitest'
import { desktop, lookAt, phone, visitor } from './browser.ts'
import { signInAt } from './office.ts'
import { onStage } from './stage.ts'

const county = '331102'
const place = { county: '莲都区', township: '紫金街道', village: '永晖社区居委会' }
const stage = onStage([county])

it('an address that leads nowhere says so to everybody, with a way on', async () => {
  const { page, complaints, close } = await visitor(stage.browser, phone)
  for (const path of [
    '/nothing',
    '/p',
    '/p/anywhere',
    `/p/${county}/affairs/secrets`,
    `/p/${county}/a/b`,
    '/screen/wall',
  ]) {
    await page.goto(stage.at(path))
    await page.getByRole('heading', { name: '没有这个页面。' }).waitFor()
  }
  await lookAt(page, 'unknown-phone')
  await page.getByRole('link', { name: '回首页' }).click()
  await page.getByText('公开查询').waitFor()
  expect(complaints).toEqual([])
  await close()
})

it('an address that leads nowhere says so to an officer, who gets back to the office', async () => {
  const { page, complaints, close } = await visitor(stage.browser, desktop)
  await signInAt(page, { url: stage.at('/office'), role: '村（社区）', place })
  for (const path of [
    '/office/settigns',
    '/office/register',
    '/office/affairs/331102001001/secrets',
    '/office/a/b/c/d/e',
  ]) {
    await page.goto(stage.at(path))
    await page.getByRole('heading', { name: '没有这个页面。' }).waitFor()
  }
  await page.getByRole('link', { name: '回首页' }).click()
  await page.getByRole('heading', { name: '永晖社区' }).waitFor()
  expect(complaints).toEqual([])
  await close()
})

it('a slow network shows no place under the name of another, and is asked for one thing at a time', async () => {
  const { page, close } = await visitor(stage.browser, desktop)
  await signInAt(page, { url: stage.at('/city'), role: '市级', place })
  await page.getByRole('heading', { name: '丽水市 · 看板' }).waitFor()
  let underWay = 0
  let most = 0
  await page.route('**/api/city/dashboard/331102', async (route) => {
    most = Math.max(most, ++underWay)
    await new Promise((resolve) => setTimeout(resolve, 2500))
    underWay--
    // Whoever asked may have left meanwhile.
    await route.continue().catch(() => undefined)
  })
  await page.getByRole('table').getByRole('link', { name: '莲都区' }).click()
  expect(await page.getByRole('heading', { name: '丽水市 · 看板' }).count()).toBe(0)
  await page.getByRole('heading', { name: '莲都区 · 看板' }).waitFor()
  await page.waitForTimeout(3000)
  expect(most).toBe(1)
  await page.getByRole('navigation').getByRole('link', { name: '丽水市' }).click()
  await page.getByRole('heading', { name: '丽水市 · 看板' }).waitFor()
  await page.waitForTimeout(3000)
  expect(await page.getByRole('heading', { name: '莲都区 · 看板' }).count()).toBe(0)
  await close()
})
