import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { eventually, messagesOf } from '../journey/city.ts'
import { desktop, lookAt, phone, visitor } from './browser.ts'
import { fill, signInAt, step } from './office.ts'
import { onStage } from './stage.ts'

const village = { county: '莲都区', township: '紫金街道', name: '永晖社区居委会', code: '331102001001' }
const people = [
  ['陈书记', '13800000001', '党员代表', '村（社区）党组织'],
  ['林主任', '13800000002', '居民代表', '村（居）民委员会'],
  ['王专家', '13800000003', '专家学者', '专家学者'],
  ['李阿婆', '13800000004', '老年人代表', '当地居民'],
  ['张大伯', '13800000005', '居民代表', '当地居民'],
  ['吴师傅', '13800000006', '外来人员代表', '非户籍居民代表'],
  ['周大妈', '', '妇女代表', '当地居民'],
]

const stage = onStage(['331102'])

const { at } = stage

const signIn = (page: Page, path: string, role: '村（社区）' | '市级', officer = '经办人1') =>
  signInAt(page, { url: at(path), role, place: { ...village, village: village.name }, officer })

const figure = async (page: Page, id: string) => Number(await page.locator(`[data-figure=${id}]`).textContent())

describe.each([
  { name: 'desktop', title: '南区', viewport: desktop },
  { name: 'phone', title: '北区', viewport: phone },
])('an officer at a $name', ({ name, title, viewport }) => {
  it('finds the start page, and every way in fits the screen', async () => {
    const { page, complaints, close } = await visitor(stage.browser, viewport)
    await page.goto(at('/'))
    await page.getByRole('heading', { name: '协商' }).waitFor()
    await lookAt(page, `start-${name}`)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('Officers sign in').waitFor()
    await page.goto(at('/phone'))
    await page.getByText('本机演示').waitFor()
    await lookAt(page, `phones-${name}`)
    await page.goto(at('/p/331102'))
    await page.getByRole('heading').first().waitFor()
    await lookAt(page, `public-list-${name}`)
    expect(complaints).toEqual([])
    await close()
  })

  it('walks a consultation from the topic to its publication; residents and the city follow', async () => {
    const officer = await visitor(stage.browser, viewport)
    const { page } = officer
    await signIn(page, '/office', '村（社区）')
    await page.getByRole('heading', { name: village.name }).waitFor()
    await lookAt(page, `office-home-${name}`)

    await page.getByRole('link', { name: '名册' }).click()
    await page.getByText('从表格导入').click()
    const csv = [
      '姓名,手机号,类别,主体类型',
      ...people.map((line) => line.join(',')),
      '坏行,123,居民代表,当地居民',
    ].join('\n')
    await page
      .getByLabel('选择 CSV 文件')
      .setInputFiles({ name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await page.getByText('第 9 行').waitFor()
    await page.getByRole('row', { name: /李阿婆/ }).waitFor()
    await lookAt(page, `register-${name}`)
    await page.getByRole('link', { name: '返回' }).click()

    await page.getByRole('link', { name: '提出议题' }).click()
    await fill(page, { 题目: `停车位改造（${title}）`, 说明: '小区停车难，请大家商议。', 名称或姓名: '永晖社区居委会' })
    await lookAt(page, `propose-${name}`)
    await page.getByRole('button', { name: '提出', exact: true }).click()

    await fill(page, { 党组织备案人: '陈书记', '村（居）委会备案人': '林主任' })
    await page.getByRole('button', { name: '备案议题' }).click()

    const participants = await step(page, 'participants')
    await fill(page, { 议题性质: '公共事务', 利益关系: '全体居民', 复杂程度: '一般', 影响范围: '全社区' })
    await participants.getByLabel(`${people.length}人`).check()
    await participants.getByLabel('李阿婆').uncheck()
    await participants.getByLabel('张大伯').uncheck()
    await participants.getByText('居民应占名单的半数以上').waitFor()
    await lookAt(page, `participants-${name}`)
    await participants.getByLabel('李阿婆').check()
    await participants.getByLabel('张大伯').check()
    await participants.getByRole('button', { name: '确定名单' }).click()

    const notice = await step(page, 'notice')
    await fill(page, { 材料标题: '改造方案', 材料内容: '北侧划定二十个车位。', 会议地点: '社区二楼会议室' })
    await notice.getByRole('button', { name: '发出告知' }).click()
    await notice.getByText('要入户告知的人').waitFor()
    await eventually(
      'the messages to be sent',
      async () => ((await notice.getByText('已告知 6 人').count()) > 0 ? true : undefined),
      20_000,
    )
    await notice.getByLabel('周大妈').check()
    await fill(page, { 告知人: '网格员小王' })
    await notice.getByRole('button', { name: '登记入户告知' }).click()
    await notice.getByText('没有要入户告知的人').waitFor()
    await lookAt(page, `notice-${name}`)

    const newest = (await messagesOf(stage.city, '+8613800000004')).at(-1)?.text ?? ''
    const link = /https?:\S+/.exec(newest)?.[0] ?? ''
    const resident = await visitor(stage.browser, phone)
    await resident.page.goto(link)
    await resident.page.getByText('李阿婆，您好').waitFor()
    await resident.page.getByRole('button', { name: '我会来' }).click()
    await resident.page.getByText('您已答复：会来').waitFor()
    await resident.page.getByLabel('您的意见').fill('请多留几个老人方便停的位置。')
    await resident.page.getByRole('button', { name: '提交意见' }).click()
    await resident.page.getByText('请多留几个老人方便停的位置。').waitFor()
    await lookAt(resident.page, `resident-${name}`)

    await notice.getByText('请多留几个老人方便停的位置。').waitFor()
    await notice.getByLabel('答复').fill('已采纳，预留四个。')
    await notice.getByRole('button', { name: '答复' }).click()
    await notice.getByText('已答复：已采纳').waitFor()

    const forms = await step(page, 'forms')
    await forms.getByRole('button', { name: '确定形式' }).click()
    const items = await step(page, 'items')
    for (const title of ['划定车位', '每年复核一次']) {
      await items.getByRole('button', { name: '新增一条' }).click()
      const form = items.locator('form').last()
      await form.getByLabel('条目').fill(title)
      await form.getByLabel('问题', { exact: true }).fill('夜间无处停车')
      await form.getByLabel('解决问题的办法').fill('在北侧划定二十个车位')
      await form.getByRole('button', { name: '新增一条' }).click()
      await items.locator('summary').filter({ hasText: title }).waitFor()
    }

    const session = await step(page, 'session')
    await session.getByLabel('主持人').fill('林主任')
    await session.getByLabel('记录人').fill('文书小陈')
    await session.getByRole('button', { name: '开始会议' }).click()
    await session.getByLabel('2. 林主任').or(session.getByLabel('林主任')).first().waitFor()
    await session.getByText('人数不够').waitFor()
    await session.getByLabel('全部到会').check()
    await session.getByText('应到 7 人，实到 7 人，须到 5 人').waitFor()
    await session.getByRole('button', { name: '保存到会名单' }).click()
    await lookAt(page, `session-${name}`)

    const voting = await step(page, 'voting')
    await voting.getByLabel('每年复核一次').uncheck()
    await voting.getByRole('button', { name: '开始表决' }).click()
    const count = async (who: Page) => {
      const hands = await step(who, 'voting')
      await hands.getByLabel('同意', { exact: true }).fill('5')
      await hands.getByLabel('不同意').fill('1')
      await hands.getByLabel('弃权').fill('0')
      return hands
    }
    await (await count(page)).getByRole('button', { name: '录入票数' }).click()
    await page.getByText('请由另一位经办人登录后复核').waitFor()
    const second = await visitor(stage.browser, viewport)
    await signIn(second.page, '/office', '村（社区）', '经办人2')
    await second.page.goto(page.url())
    await (await count(second.page)).getByRole('button', { name: '复核票数' }).click()
    await second.page.locator('#voting').getByText('通过', { exact: true }).first().waitFor()
    await second.close()

    await voting.getByLabel('表决方式').selectOption({ label: '网上投票' })
    await voting.getByRole('checkbox', { name: /没有手机/ }).uncheck()
    await voting.getByRole('button', { name: '开始表决' }).click()
    await voting.getByText('已投票 0 人，有表决权 6 人').waitFor()
    await resident.page.reload()
    await resident.page.getByText('请您表决').waitFor()
    await resident.page.locator('.ballot').getByText('同意', { exact: true }).click()
    await lookAt(resident.page, `ballot-${name}`)
    await resident.page.getByRole('button', { name: '请核对' }).click()
    await resident.page.getByRole('button', { name: '确认提交' }).click()
    await resident.page.getByText('您的投票已收到').waitFor()
    await voting.getByText('已投票 1 人').waitFor()
    await lookAt(page, `voting-${name}`)

    const clerk = await visitor(stage.browser, viewport)
    await signIn(clerk.page, '/city', '市级')
    await clerk.page.locator('[data-figure=ballots]').waitFor()
    const before = {
      rounds: await figure(clerk.page, 'rounds'),
      failed: await figure(clerk.page, 'failed'),
      published: await figure(clerk.page, 'published'),
    }
    await voting.getByRole('button', { name: '结束投票并计票' }).click()
    await eventually(
      'the dashboard to show the round',
      async () => ((await figure(clerk.page, 'rounds')) === before.rounds + 1 ? true : undefined),
      10_000,
    )
    expect(await figure(clerk.page, 'failed')).toBe(before.failed + 1)

    await session.getByRole('button', { name: '结束会议' }).click()
    const record = await step(page, 'record')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      record.getByRole('button', { name: '下载协商记录' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/协商记录\.docx$/)
    await record.getByLabel('单位名称').fill('紫金街道办事处')
    await record.getByRole('button', { name: '备案', exact: true }).click()
    await record.getByText('已备案：').waitFor()
    const publication = await step(page, 'publication')
    await publication.getByLabel('公示内容').fill('一条通过，一条未通过。')
    await publication.getByRole('button', { name: '公示成果' }).click()
    await page.getByText('成果已公示', { exact: true }).waitFor()
    const changed = Date.now()
    await eventually(
      'the publication on the dashboard',
      async () => ((await figure(clerk.page, 'published')) === before.published + 1 ? true : undefined),
      10_000,
    )
    expect(Date.now() - changed, 'the dashboard follows within two seconds').toBeLessThan(2_000 + 1_500)
    await step(page, 'history')
    await lookAt(page, `done-${name}`)
    await lookAt(clerk.page, `dashboard-${name}`)
    await clerk.page.getByRole('button', { name: /成果公示/ }).click()
    await clerk.page.getByRole('link', { name: `停车位改造（${title}）` }).waitFor()
    await lookAt(clerk.page, `figure-${name}`)
    await clerk.page.getByRole('link', { name: `停车位改造（${title}）` }).click()
    await clerk.page.getByText('一条通过，一条未通过。').waitFor()
    await lookAt(clerk.page, `public-${name}`)

    for (const one of [officer, resident, clerk]) {
      expect(one.complaints).toEqual([])
      await one.close()
    }
  }, 180_000)
})
