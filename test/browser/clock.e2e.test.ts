import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findDivision } from '@xieshang/divisions'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort, type Running, startCity } from '../city/running.ts'
import { desktop, launch, lookAt, visitor } from './browser.ts'
import { signInAt } from './office.ts'

const village = '331102001001'
const nameOf = (code: string) => findDivision(code)?.name ?? ''
const place = { county: nameOf('331102'), township: nameOf('331102001'), village: nameOf(village) }

let data: string
let origin: string
let running: Running
let browser: Browser

beforeAll(async () => {
  const port = await freePort()
  origin = `http://127.0.0.1:${port}`
  data = await mkdtemp(join(tmpdir(), 'xieshang-clock-'))
  running = await startCity({ port, data, counties: ['331102'], args: ['--clock', '2026-03-02 08:00'] })
  browser = await launch()
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

it('the clock is put forward on the start page; a sign-in lasts its hours by it, whatever the browser’s own says', async () => {
  const { page, complaints, close } = await visitor(browser, desktop)
  const office = { url: `${origin}/office`, role: '村（社区）', place } as const
  await signInAt(page, office)
  await page.getByText('经办人1').first().waitFor()

  await page.goto(`${origin}/`)
  await page.locator('#desk-clock time', { hasText: '2026年3月2日' }).waitFor()
  await lookAt(page, 'start-clock')
  await page.getByRole('button', { name: '往前1天' }).click()
  await page.locator('#desk-clock time', { hasText: '2026年3月3日' }).waitFor({ timeout: 90_000 })
  await page
    .getByRole('link', { name: /经办人|村（社区）/ })
    .first()
    .click()
  // The eight hours are over by the desk's clock, and only by that.
  await page.getByRole('button', { name: '登录' }).waitFor()
  await signInAt(page, office)
  await page.getByText('经办人1').first().waitFor()
  await page.reload()
  await page.getByText('经办人1').first().waitFor()
  expect(complaints.filter((line) => !line.includes('401'))).toEqual([])
  await close()
}, 300_000)
