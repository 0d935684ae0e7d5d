import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { desktop, lookAt, phone, visitor } from './browser.ts'
import { fill, signInAt } from './office.ts'
import { onStage } from './stage.ts'

const village = { county: '莲都区', township: '紫金街道', name: '永晖社区居委会', code: '331102001001' }

const stage = onStage(['331102', '331121'])

const { at } = stage

const signIn = (page: Page, role: '村（社区）' | '县（市、区）', county = village.county) =>
  signInAt(page, { url: at('/office'), role, place: { ...village, county, village: village.name } })

/** The place's local time some hours away, as a time field takes it. */
const local = (hours: number) => new Date(Date.now() + (8 + hours) * 3_600_000).toISOString().slice(0, 16)
const day = () => local(0).slice(0, 10)

const register = async (page: Page, name: string) => {
  await page.goto(at(`/office/affairs/${village.code}`))
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('heading', { name, exact: true }).first().waitFor()
}

/** An act of the entry, opened. */
const open = async (page: Page, label: string) => {
  const section = page.locator('details', { has: page.locator('summary', { hasText: label }) }).first()
  await section.locator('summary').first().click()
  return section
}

describe.each([
  { name: 'desktop', viewport: desktop },
  { name: 'phone', viewport: phone },
])('the registers at a $name', ({ name, viewport }) => {
  it('F1, F2: an officer records a talk, answers what was said, and sees the council of the quarter held', async () => {
    const { page, complaints, close } = await visitor(stage.browser, viewport)
    await signIn(page, '村（社区）')
    await page.getByRole('link', { name: '制度与组织' }).click()
    await page.getByRole('heading', { name: '四项会议制度' }).waitFor()
    await page.getByRole('heading', { name: /年议事会/ }).waitFor()
    await lookAt(page, `affairs-menu-${name}`)

    await page.getByRole('link', { name: /民情恳谈会/ }).click()
    const form = await open(page, '登记一次恳谈会')
    await form.getByLabel('恳谈方式').selectOption({ label: '定期' })
    await fill(form, {
      时间: local(-3),
      地点: '文化礼堂',
      主持人: '陈书记',
      到会人数: '很多',
      通报的工作情况: '上半年工作',
    })
    await form.getByRole('button', { name: '再加一行' }).click()
    await fill(form, { 谁提的: '居民', 意见或诉求: '南门路灯不亮' })
    await form.getByRole('button', { name: '登记一次恳谈会' }).click()
    await form.getByText('应为数字。').waitFor()
    await lookAt(page, `affairs-talk-form-${name}`)
    await fill(form, { 到会人数: '35' })
    await form.getByRole('button', { name: '登记一次恳谈会' }).click()
    await page.getByText('待答复').waitFor()
    const answer = await open(page, '答复意见')
    await fill(answer, { 第几条意见: '1', 答复: '本周修好' })
    await answer.getByRole('button', { name: '答复意见' }).click()
    await page.getByText('已答复').first().waitFor()
    await lookAt(page, `affairs-talk-${name}`)

    await register(page, '民主议事会')
    const council = await open(page, '登记一次议事会')
    await fill(council, {
      时间: local(-2),
      地点: '会议室',
      主持人: '林主任',
      到会人数: '12',
      议题: '停车',
      达成的意见: '划线',
    })
    await council.getByRole('button', { name: '登记一次议事会' }).click()
    await page.getByText('办理经过').waitFor()
    await register(page, '民主议事会')
    await page.getByText('已开').first().waitFor()
    await lookAt(page, `affairs-councils-${name}`)
    expect(complaints).toEqual([])
    await close()
  })

  it('G6, G7: a venue booked twice and money beyond the decision are refused, and the page says why', async () => {
    const { page, complaints, close } = await visitor(stage.browser, viewport)
    await signIn(page, '村（社区）')
    await page.getByRole('link', { name: '制度与组织' }).waitFor()
    await register(page, '议事协商场所')
    const venue = await open(page, '登记一处场所')
    await fill(venue, { 场所名称: `议事厅（${name}）`, 地址: '党群中心一楼', 可容纳人数: '60' })
    await venue.getByRole('button', { name: '登记一处场所' }).click()
    await page.getByText('现在没有预订').waitFor()
    for (const purpose of ['停车议事', '物业议事']) {
      const booking = await open(page, '预订')
      await fill(booking, { 开始时间: local(24), 结束时间: local(26), 用途: purpose })
      await booking.getByRole('button', { name: '预订', exact: true }).click()
      await page.getByText('停车议事').first().waitFor()
    }
    await page.getByText('这段时间已有预订').waitFor()
    await page.getByText('依据条款 G6').waitFor()
    await lookAt(page, `affairs-venue-${name}`)

    await register(page, '误工补贴')
    const decision = await open(page, '登记会议决定')
    await decision.getByLabel('由谁决定').selectOption({ label: '村（居）民代表会议' })
    await fill(decision, {
      会议决定日期: day(),
      决定文号或标题: '3号决议',
      决定内容: '同意补贴',
      补贴总额上限: '100.50',
    })
    await decision.getByRole('button', { name: '登记会议决定' }).click()
    await page.getByText('还剩').waitFor()
    const pay = await open(page, '发放补贴')
    await pay.getByLabel('补贴事由').selectOption({ label: '入户告知' })
    await fill(pay, { 发放日期: day(), 人数: '2', 金额: '100.51', 说明: '入户两天' })
    await pay.getByRole('button', { name: '发放补贴' }).click()
    await page.getByText('上限是100.50元，还剩100.50元').waitFor()
    await fill(pay, { 金额: '100.50' })
    await pay.getByRole('button', { name: '发放补贴' }).click()
    await page.getByText('还剩 0.00 元').waitFor()
    await lookAt(page, `affairs-subsidy-${name}`)
    await register(page, '误工补贴')
    await page.getByText('年误工补贴台账').waitFor()
    await lookAt(page, `affairs-ledger-${name}`)
    expect(complaints).toEqual([])
    await close()
  })

  it('F4, G2: the result of a review is counted, and everybody reads it beside party affairs', async () => {
    const { page, complaints, close } = await visitor(stage.browser, viewport)
    await signIn(page, '村（社区）')
    await page.getByRole('link', { name: '制度与组织' }).waitFor()
    await register(page, '民主评议会')
    const review = await open(page, '登记一次评议会')
    await review.getByLabel('评议什么').selectOption({ label: '全年工作' })
    await fill(review, { 年度: '2026', 时间: local(-1), 地点: '礼堂' })
    await review.getByRole('button', { name: '登记一次评议会' }).click()
    const residents = await open(page, '录入居民评分')
    const ratings = {
      '很满意（人数）': '20',
      '满意（人数）': '10',
      '一般（人数）': '4',
      '不满意（人数）': '1',
      '很不满意（人数）': '0',
    }
    for (const [label, people] of Object.entries(ratings))
      await residents.getByLabel(label, { exact: true }).fill(people)
    await residents.getByRole('button', { name: '录入居民评分' }).click()
    await page.getByRole('listitem').filter({ hasText: '录入居民评分' }).first().waitFor()
    const third = await open(page, '录入第三方评分')
    await fill(third, { 第三方机构: '评估所', 评分: '80', 评估意见: '总体良好' })
    await third.getByRole('button', { name: '录入第三方评分' }).click()
    await page.getByText('85.60 分，良好').waitFor()
    const conclude = await open(page, '形成评议结果')
    await fill(conclude, { 评议意见: '总体良好' })
    await conclude.getByRole('button', { name: '形成评议结果' }).click()
    await page.getByText('已形成结果').waitFor()
    await lookAt(page, `affairs-review-${name}`)

    await register(page, '党务公开')
    const party = await open(page, '公开一项党务')
    await party.getByLabel('类别').selectOption({ label: '党费收缴使用' })
    await fill(party, { 标题: '党费收支', 公开日期: day(), 公开内容: '本季度收入一千二百元。' })
    await party.getByRole('button', { name: '公开一项党务' }).click()
    await page.getByText('办理经过').waitFor()

    await page.goto(at('/p/331102'))
    await page.getByRole('link', { name: '党务、场所、培训和示范' }).click()
    await page.getByText('本季度收入一千二百元。').first().waitFor()
    await lookAt(page, `public-affairs-${name}`)
    await page.getByRole('link', { name: '民主评议会' }).click()
    await page.getByText('85.60').first().waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  it('G9: a county issues a rule, another adopts it and is asked nothing twice', async () => {
    const title = `六步议事法（${name}）`
    const first = await visitor(stage.browser, viewport)
    await signIn(first.page, '县（市、区）', '青田县')
    await first.page.getByRole('link', { name: '制度与组织' }).waitFor()
    await first.page.goto(at('/office/affairs/331121/countyRule'))
    const rule = await open(first.page, '发布一项制度')
    await fill(rule, { 制度名称: title, 制度内容: '一提二议三定四告五办六评。', 施行日期: day() })
    await rule.getByRole('button', { name: '发布一项制度' }).click()
    await first.page.getByText('办理经过').waitFor()
    await first.close()

    const { page, complaints, close } = await visitor(stage.browser, viewport)
    await signIn(page, '县（市、区）')
    await page.getByRole('link', { name: '制度与组织' }).waitFor()
    const offered = page.getByRole('listitem').filter({ hasText: title })
    await expect
      .poll(
        async () => {
          await page.goto(at('/office/affairs/331102/adoption'))
          await page.getByRole('heading', { name: '其他县（市、区）的制度，可以采用' }).waitFor()
          await page.waitForTimeout(300)
          return offered.count()
        },
        { timeout: 60_000 },
      )
      .toBe(1)
    await offered.getByRole('button', { name: '采用这项制度' }).click()
    await fill(page, { 施行日期: day() })
    await lookAt(page, `affairs-adoption-${name}`)
    await page.getByRole('button', { name: '采用一项制度' }).click()
    await page.getByText('办理经过').waitFor()
    await page.goto(at('/p/331102/affairs/adoption'))
    await page.getByText('青田县').first().waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  it('G3: the city asks a county about what is late, and closes the note when it was answered', async () => {
    const title = `请说明备案情况（${name}）`
    const city = await visitor(stage.browser, viewport)
    await signInAt(city.page, { url: at('/city'), role: '市级', place: { ...village, village: village.name } })
    await city.page.getByRole('heading', { name: '逾期事项' }).waitFor()
    await city.page.goto(at('/city/331102'))
    const form = await open(city.page, '向莲都区发出督办')
    await fill(form, { 督办事项: title, 要求: '请说明原因和办结时间', 最迟答复日期: day() })
    await lookAt(city.page, `city-note-${name}`)
    await form.getByRole('button', { name: '向莲都区发出督办' }).click()
    await city.page.getByText('督办已发出').waitFor()

    const county = await visitor(stage.browser, viewport)
    await signIn(county.page, '县（市、区）')
    await county.page.getByText(`答复督办：${title}`).first().click({ timeout: 60_000 })
    await county.page.getByText(title).first().click()
    const answer = await open(county.page, '答复督办')
    await fill(answer, { 办理情况: '已经备案' })
    await answer.getByRole('button', { name: '答复督办' }).click()
    await county.page.getByText('已答复').first().waitFor()

    await city.page.goto(at('/shared/supervisionNote'))
    const note = city.page.getByRole('listitem').filter({ hasText: title })
    await note.getByText('已经备案').waitFor({ timeout: 60_000 })
    await note.locator('summary', { hasText: '办结' }).click()
    await fill(note, { 办结说明: '情况属实' })
    await lookAt(city.page, `city-note-answered-${name}`)
    await note.getByRole('button', { name: '办结' }).click()
    await note.getByText('已结束').waitFor({ timeout: 60_000 })
    expect([...city.complaints, ...county.complaints]).toEqual([])
    await city.close()
    await county.close()
  })

  it('F2, G9, G11: the county sees its townships, names a site for the whole city, and publishes open data', async () => {
    const { page, complaints, close } = await visitor(stage.browser, viewport)
    await signIn(page, '县（市、区）')
    await page.getByRole('link', { name: '制度与组织' }).click()
    await page.getByText('已开的村（社区）数').waitFor()
    await page.getByRole('button', { name: '发布开放数据' }).click()
    await page.getByText('已发布').waitFor()
    await lookAt(page, `affairs-county-${name}`)
    await page.goto(at(`/office/affairs/${village.code}/demonstrationSite`))
    const site = await open(page, '命名示范点')
    await site.getByLabel('级别').selectOption({ label: '市级' })
    await fill(site, { 示范点名称: `永晖示范点（${name}）`, 命名日期: day(), 特色做法: '六步法' })
    await site.getByRole('button', { name: '命名示范点' }).click()
    await page.getByText('办理经过').waitFor()
    await page.goto(at('/shared/demonstrationSite'))
    const shown = page.getByText(`永晖示范点（${name}）`)
    await expect
      .poll(
        async () => {
          await page.reload()
          await page.getByRole('heading', { name: '全市示范和经验' }).waitFor()
          await page.waitForTimeout(300)
          return shown.count()
        },
        { timeout: 60_000 },
      )
      .toBe(1)
    await lookAt(page, `shared-${name}`)
    await page.goto(at('/p/331102/open-data'))
    await page.getByRole('heading', { name: /开放数据/ }).waitFor()
    await page.getByText('合计').first().waitFor()
    await lookAt(page, `open-data-${name}`)
    expect(complaints).toEqual([])
    await close()
  })
})
