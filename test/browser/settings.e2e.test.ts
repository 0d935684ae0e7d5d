import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { desktop, lookAt, phone, visitor } from './browser.ts'
import { onStage } from './stage.ts'

const stage = onStage(['331102'])

const { at } = stage

async function signIn(page: Page, role: string): Promise<void> {
  await page.goto(at('/office'))
  await page.getByRole('button', { name: '登录' }).waitFor()
  await page.getByRole('radio', { name: role }).check()
  await page.getByRole('combobox', { name: '县（市、区）' }).selectOption({ label: '莲都区' })
  if (role === '村（社区）') {
    await page.getByRole('combobox', { name: '乡镇（街道）' }).selectOption({ label: '紫金街道' })
    await page.getByRole('combobox', { name: '村（社区）' }).selectOption({ label: '永晖社区居委会' })
  }
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => url.pathname.startsWith('/office'))
}

describe.each([
  { name: 'desktop', days: '9', matter: '古树名木保护', viewport: desktop },
  { name: 'phone', days: '11', matter: '节水灌溉', viewport: phone },
])('the county at a $name', ({ name, days, matter, viewport }) => {
  it('G10: sets its parameters, and sees before sending what the city does not allow', async () => {
    const { page, complaints, close } = await visitor(stage.browser, viewport)
    await signIn(page, '县（市、区）')
    await page.getByRole('link', { name: '设置', exact: true }).click()
    await page.getByRole('heading', { name: '协商参数' }).waitFor()
    await lookAt(page, `settings-${name}`)
    await page.getByText('设置新版本').click()
    await page.getByLabel('成果公示期').fill('2')
    await page.getByLabel('调整理由').fill('让更多居民看到')
    await page.getByRole('button', { name: '保存新版本' }).click()
    await page.getByText('“成果公示期”不能低于全市规定的3。').waitFor()
    await page.getByLabel('成果公示期').fill(days)
    await lookAt(page, `settings-form-${name}`)
    await page.getByRole('button', { name: '保存新版本' }).click()
    await page.getByText(`→ ${days}天`).waitFor()
    await page
      .getByText('县（市、区）经办人')
      .or(page.getByText(/于 .* 设置/))
      .first()
      .waitFor()
    await lookAt(page, `settings-done-${name}`)
    expect(complaints).toEqual([])
    await close()
  })

  it('M6: changes its catalogue, which everybody may read', async () => {
    const { page, complaints, close } = await visitor(stage.browser, viewport)
    await signIn(page, '县（市、区）')
    await page.getByRole('link', { name: '事项目录' }).click()
    await page.getByText('调整目录').click()
    await page.getByRole('button', { name: '新增事项' }).click()
    await page.getByLabel('事项名称').fill(matter)
    await page.getByLabel('调整理由').fill('结合本地实际')
    await lookAt(page, `catalogue-form-${name}`)
    await page.getByRole('button', { name: '保存新版本' }).click()
    await page.getByText(`新增事项：${matter}`).waitFor()
    await lookAt(page, `catalogue-${name}`)
    await page.getByRole('link', { name: '查看协商事项目录清单' }).click()
    await page.getByRole('heading', { name: '莲都区 · 协商事项目录清单' }).waitFor()
    await page.getByText(matter).waitFor()
    await lookAt(page, `catalogue-public-${name}`)
    expect(complaints).toEqual([])
    await close()
  })

  it('G3: the office begins with what must be done next, and leads to the very step', async () => {
    const { page, complaints, close } = await visitor(stage.browser, viewport)
    await signIn(page, '村（社区）')
    await page.getByRole('heading', { name: '现在要办的事' }).waitFor()
    // What stands below the list moves when it comes; a press that lands while it does is lost.
    await page.locator('.duty').or(page.getByText('现在没有要办的事')).first().waitFor()
    await page.getByRole('link', { name: '提出议题', exact: true }).click()
    await page.getByLabel('题目').fill(`停车位改造（${name}）`)
    await page.getByLabel('说明').fill('小区停车难，请大家商议。')
    await page.getByLabel('名称或姓名').fill('永晖社区居委会')
    await page.getByRole('button', { name: '提出', exact: true }).click()
    await page.getByRole('heading', { name: `停车位改造（${name}）` }).waitFor()
    await page.goto(at('/office'))
    const duty = page.locator('.duty').filter({ hasText: `停车位改造（${name}）` })
    await duty.getByText('备案或退回议题').waitFor()
    await lookAt(page, `duties-village-${name}`)
    await duty.click()
    await page.waitForURL(/#topic$/)
    await page.getByText('各项时限').click()
    await page.getByRole('cell', { name: '备案或退回议题' }).waitFor()
    await lookAt(page, `duties-consultation-${name}`)
    const above = await visitor(stage.browser, viewport)
    await signIn(above.page, '县（市、区）')
    await above.page
      .locator('.duty')
      .filter({ hasText: `停车位改造（${name}）` })
      .getByText('由村（社区）办理')
      .waitFor()
    await lookAt(above.page, `duties-county-${name}`)
    for (const one of [complaints, above.complaints]) expect(one).toEqual([])
    await above.close()
    await close()
  })
})
