import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { desktop, visitor } from './browser.ts'
import { type SignIn, signInAt, step } from './office.ts'

/** A page that comes back asks the county first. */
export const soon = { timeout: 30_000 }

/** One field: where it stands, how it is typed in, and how it is seen to stand there. */
export type Field = {
  readonly form: (page: Page) => Promise<Locator>
  readonly type: (form: Locator) => Promise<unknown>
  readonly stands: (form: Locator) => Promise<void>
}

export const words = (form: Field['form'], label: string, value: string): Field => ({
  form,
  type: (locator) => locator.getByLabel(label).first().fill(value),
  stands: (locator) => expect.poll(() => locator.getByLabel(label).first().inputValue(), soon).toBe(value),
})

export const choice = (form: Field['form'], label: string, option: string, value: string): Field => ({
  form,
  type: (locator) => locator.getByLabel(label).first().selectOption({ label: option }),
  stands: (locator) => expect.poll(() => locator.getByLabel(label).first().inputValue(), soon).toBe(value),
})

export const tick = (form: Field['form'], name: string | RegExp, on: boolean): Field => ({
  form,
  type: (locator) => locator.getByRole('checkbox', { name }).first().setChecked(on),
  stands: (locator) => expect.poll(() => locator.getByRole('checkbox', { name }).first().isChecked(), soon).toBe(on),
})

/** What unfolds under a summary, unfolded. */
export const under = (summary: string, around?: Field['form']) => async (page: Page) => {
  const inside = around === undefined ? page : await around(page)
  const details = inside.locator('details', { has: page.locator('summary', { hasText: summary }) }).last()
  await details.evaluate((one: HTMLDetailsElement) => {
    one.open = true
  })
  return details
}

export const inStep = (id: string, summary?: string): Field['form'] => {
  const section = (page: Page) => step(page, id)
  return summary === undefined ? section : under(summary, section)
}

/** Takes the tab away in the middle of whatever it does: nothing of the page runs any more. */
export async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close()
}

export const seen = async (page: Page, fields: readonly Field[]) => {
  for (const { form, stands } of fields) await stands(await form(page))
}

/** An officer at their desk, on a page. */
export async function signedIn(page: Page, who: SignIn, path: string): Promise<void> {
  await signInAt(page, who)
  await page.getByRole('heading').first().waitFor()
  await page.goto(new URL(path, who.url).href)
}

/** Types one field after the other, each time losing the page at once, and then the tab and the device. */
export async function survives(
  browser: Browser,
  who: SignIn,
  { path, fields }: { readonly path: string; readonly fields: readonly Field[] },
): Promise<void> {
  const one = await visitor(browser, desktop)
  let { page } = one
  await signedIn(page, who, path)
  for (const [index, field] of fields.entries()) {
    await field.type(await field.form(page))
    await page.reload()
    await seen(page, fields.slice(0, index + 1))
  }
  const [last] = fields.slice(-1)
  if (last === undefined) return
  await last.type(await last.form(page))
  const context = page.context()
  await kill(page)
  page = await context.newPage()
  // The provider still knows who it is.
  await page.goto(new URL(path, who.url).href)
  await seen(page, fields)
  await page
    .getByText(/草稿已保存 \d\d:\d\d/)
    .first()
    .waitFor({ state: 'attached' })
  await page.goto(who.url)
  await page.goBack()
  await seen(page, fields)
  const elsewhere = await visitor(browser, desktop)
  await signedIn(elsewhere.page, who, path)
  await seen(elsewhere.page, fields)
  expect([...one.complaints, ...elsewhere.complaints]).toEqual([])
  await elsewhere.close()
  await one.close()
}

/** Types into all of them, and loses the tab, and then the device: what each loses by itself is tried on every form. */
export async function outlives(
  browser: Browser,
  who: SignIn,
  { path, fields }: { readonly path: string; readonly fields: readonly Field[] },
): Promise<void> {
  const one = await visitor(browser, desktop)
  await signedIn(one.page, who, path)
  for (const field of fields) await field.type(await field.form(one.page))
  const context = one.page.context()
  await kill(one.page)
  const page = await context.newPage()
  await page.goto(new URL(path, who.url).href)
  await seen(page, fields)
  const kept = page.getByText(/草稿已保存 \d\d:\d\d/).first()
  await kept.waitFor({ state: 'attached', ...soon })
  await page.goto(who.url)
  await page.goBack()
  await seen(page, fields)
  expect(one.complaints).toEqual([])
  await one.close()
}
