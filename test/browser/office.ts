import type { Locator, Page } from 'playwright-core'

/** A place as the sign-in page lists it, from the county down. */
type Place = { readonly county: string; readonly township: string; readonly village: string }

export type SignIn = {
  readonly url: string
  readonly role: '村（社区）' | '乡镇（街道）' | '村（居）务监督' | '县（市、区）' | '市级'
  readonly place: Place
  readonly officer?: string
}

/** Signs in at the local provider: role, place, officer. */
export async function signInAt(page: Page, { url, role, place, officer = '经办人1' }: SignIn): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: '登录' }).waitFor()
  await page.getByRole('radio', { name: role, exact: true }).check()
  const choose = (label: string, name: string) =>
    page.getByRole('combobox', { name: label, exact: true }).selectOption({ label: name })
  if (role !== '市级') {
    await choose('县（市、区）', place.county)
    if (role !== '县（市、区）') await choose('乡镇（街道）', place.township)
    if (role === '村（社区）' || role === '村（居）务监督') await choose('村（社区）', place.village)
  }
  await page.getByRole('radio', { name: officer }).check()
  await page.getByRole('button', { name: '登录' }).click()
  const [, face] = new URL(url).pathname.split('/')
  // A provider, a callback and the office, one after the other, on a machine that does other things as well.
  await page.waitForURL(({ pathname }) => pathname.startsWith(`/${face}`), { timeout: 30_000 })
}

/** The first field of each label, filled. */
export const fill = async (page: Page | Locator, fields: Readonly<Record<string, string>>) => {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: false }).first().fill(value)
}

/** The section of a step, opened. */
export async function step(page: Page, id: string): Promise<Locator> {
  const section = page.locator(`#${id}`)
  await section.waitFor()
  await section.evaluate((details: HTMLDetailsElement) => {
    details.open = true
  })
  return section
}
