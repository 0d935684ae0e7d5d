import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { forms, leavesOf } from '../../packages/web/test/everyForm/forms.ts'
import { launch } from './browser.ts'
import { serveEveryForm } from './everyForm.ts'
import { kill } from './typing.ts'

/** Every form of the offices on one page in a real browser, with the pages' own engine and a county that keeps drafts. */
let browser: Browser
let served: Awaited<ReturnType<typeof serveEveryForm>>

beforeAll(async () => {
  ;[browser, served] = await Promise.all([launch(), serveEveryForm()])
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

const leaves = Object.entries(forms).flatMap(([form, fields]) => {
  const all = leavesOf(fields)
  return all.length === 0 ? [] : [{ form, leaves: all }]
})
const rounds = Math.max(...leaves.map((one) => one.leaves.length))

/** A device: its storage outlives its pages. */
async function device(): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'zh-CN' })
  await context.clock.setFixedTime('2026-05-01T01:00:00.000Z')
  return context
}

const open = async (context: BrowserContext, asked = 'least=0'): Promise<Page> => {
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(`${served.origin}/?${asked}`)
  return page
}

type Standing = Readonly<Record<string, readonly (string | boolean)[]>>

/** What stands in each form; files and secrets apart, which are nowhere kept. */
const standing = (page: Page): Promise<Standing> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-form]')].map((section) => [
        section.dataset.form ?? '',
        [
          ...section.querySelectorAll<HTMLInputElement>('input:not([type=file], [type=password]), select, textarea'),
        ].map((one) => (one.type === 'checkbox' || one.type === 'radio' ? one.checked : one.value)),
      ]),
    ),
  )

const stands = (page: Page, wanted: Standing, what: string) =>
  expect.poll(() => standing(page), { timeout: 20_000, message: what }).toEqual(wanted)

it('what is typed into any field of any form of the offices is there after its tab was killed', async () => {
  const context = await device()
  const wanted: Record<string, readonly (string | boolean)[]> = {}
  for (let round = 0; round < rounds; round++) {
    const page = await open(context, `least=${round}`)
    const now = leaves.filter((one) => one.leaves.length > round)
    await page
      .locator('[data-form]')
      .nth(now.length - 1)
      .waitFor()
    const there = Object.fromEntries(
      now.flatMap(({ form }) => (wanted[form] === undefined ? [] : [[form, wanted[form]]])),
    )
    if (round > 0) await stands(page, there, `before field ${round + 1} is typed`)
    const before = await standing(page)
    const jobs = now.flatMap(({ form, leaves: all }) => all.slice(round, round + 1).map((leaf) => ({ form, leaf })))
    await page.evaluate(async (all) => {
      for (const { form, leaf } of all) await globalThis.harness.type(form, leaf)
    }, jobs)
    const after = await standing(page)
    for (const { form, leaves: all } of now) {
      if (all[round]?.input !== 'secret') expect(after[form], `${form} ${all[round]?.path}`).not.toEqual(before[form])
      wanted[form] = after[form] ?? []
    }
    await kill(page)
  }

  const page = await open(context)
  await stands(page, wanted, 'once all is typed')
  expect(await page.locator('input[type=password]').inputValue()).toBe('')
  await page.goto('about:blank')
  await page.goBack()
  await stands(page, wanted, 'after going back')
  await page.reload()
  await stands(page, wanted, 'after reload')
  await page.evaluate(() => globalThis.harness.act())
  await stands(page, wanted, 'after a colleague acted')
  expect(await page.getByText('这个表单有变化').count()).toBe(0)

  // The county has all of it, and nothing of a secret or a file.
  await expect.poll(() => served.drafts.size, { timeout: 20_000 }).toBe(leaves.length)
  expect([...served.drafts.values()].join()).not.toContain('0123456789abcdef')
  const elsewhere = await open(await device())
  await stands(elsewhere, wanted, 'on another device')
  await elsewhere.context().close()

  // What is sent is gone, here and with the county; what the rules still refuse stays.
  for (const { form } of leaves) await page.locator(`[data-form="${form}"] button[type=submit]`).click()
  const sent = await page.evaluate(() => [...new Set(globalThis.harness.sent)])
  expect(sent.length).toBeGreaterThan(40)
  await expect.poll(() => served.drafts.size, { timeout: 20_000 }).toBe(leaves.length - sent.length)
  const left = await standing(page)
  await page.reload()
  await stands(page, left, 'after some were sent')
  await context.close()
}, 180_000)

it('a draft of a form whose fields changed since loses only what no longer fits, and says so', async () => {
  const kept = { name: '李阿婆', phone: ['13912345678'], category: 'noSuch', nickname: '阿婆' }
  served.drafts.set('331102001001/C1/person', JSON.stringify(kept))
  const page = await open(await device(), 'only=person')
  const person = page.locator('[data-form="person"]')
  await person.getByText('这个表单有变化：草稿中不再适用的内容已略去，其余都在。').waitFor()
  const fields = ['name', 'phone', 'category'].map((path) => person.locator(`[data-path="${path}"]`))
  const values = fields.map((field) => field.locator('input, select').inputValue())
  expect(await Promise.all(values)).toEqual(['李阿婆', '', 'resident'])
  await page.context().close()
})
