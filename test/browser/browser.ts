import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { findChromium } from '../setup/chromium.ts'

const screenshots = fileURLToPath(new URL('../../screenshots', import.meta.url))
mkdirSync(screenshots, { recursive: true })

export const desktop = { width: 1280, height: 900 }
export const phone = { width: 375, height: 740 }

/** A real Chromium without a profile and without calls home. */
export function launch(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('Chromium is missing: npm test installs it or says how')
  return chromium.launch({
    executablePath,
    // Where a machine names no character set, Chromium calls a file with a Chinese name “download”.
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A person at a screen. What the page's console complains of is kept. */
export async function visitor(browser: Browser, viewport: { width: number; height: number }) {
  const context: BrowserContext = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'America/New_York',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    const { url, lineNumber, columnNumber } = message.location()
    if (message.type() === 'error') complaints.push(`${message.text()} (${url}:${lineNumber}:${columnNumber})`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.setDefaultTimeout(10_000)
  return { page, complaints, close: () => context.close() }
}

/** What must hold on every page: it fits its width, and axe finds nothing serious. Takes its picture, too. */
export async function lookAt(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${screenshots}/${name}.png`, fullPage: true })
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${name} is wider than its screen`).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${name}: ${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}
