import { childrenOf } from '@xieshang/divisions'
import type { CastBallot } from '@xieshang/rules'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { newKey } from '../journey/api.ts'
import { eventually, messagesOf } from '../journey/city.ts'
import { openDeskClock } from '../journey/deskClock.ts'
import { type SeedPerson, seedFiled, seedPublished, seedReady } from '../journey/seeds.ts'
import { desktop, lookAt, phone, visitor } from './browser.ts'
import { fill, type SignIn, signInAt, step } from './office.ts'
import { onStage } from './stage.ts'

const township = childrenOf('331102')[0]
const villages = childrenOf(township?.code ?? '')

const peopleOf = (series: number): SeedPerson[] =>
  [
    ['陈书记', '党员代表', '村（社区）党组织'],
    ['林主任', '居民代表', '村（居）民委员会'],
    ['李阿婆', '老年人代表', '当地居民'],
    ['张大伯', '居民代表', '当地居民'],
    ['周大妈', '妇女代表', '当地居民'],
  ].map(([name = '', category = '', kind = ''], index) => ({
    name: `${name}${series}`,
    phone: index === 4 ? '' : `139${String(series).padStart(4, '0')}${String(index).padStart(4, '0')}`,
    category,
    class: kind,
  }))

const stage = onStage(['331102'])

/** Cases that wait for the end of their publication. */
const published: { path: string; name: string; village: number; viewport: typeof phone }[] = []

const { at } = stage

/** Somebody who is signed in for a village of the first township, at a page. */
async function officerAt(
  path: string,
  {
    role,
    village = 0,
    viewport,
    officer,
  }: { role: SignIn['role']; village?: number; viewport: typeof phone; officer?: string },
) {
  const who = await visitor(stage.browser, viewport)
  const place = { county: '莲都区', township: township?.name ?? '', village: villages[village]?.name ?? '' }
  await signInAt(who.page, { url: at('/office'), role, place, ...(officer !== undefined && { officer }) })
  await who.page.getByRole('heading').first().waitFor()
  await who.page.goto(at(path))
  return who
}

/** Enters the papers of a named round, one choice for each seat and item. */
async function enterPapers(page: Page, choices: readonly (readonly ('同意' | '不同意' | '弃权')[])[], reason?: string) {
  const voting = await step(page, 'voting')
  for (const [index, onItems] of choices.entries()) {
    const seat = index + 1
    await voting.getByRole('checkbox', { name: new RegExp(`^${seat}\\. `) }).check()
    const paper = voting.getByRole('group', { name: new RegExp(`^${seat}\\. `) })
    for (const [item, choice] of onItems.entries())
      await paper
        .getByRole('group', { name: new RegExp(`^第 ${item + 1} 条`) })
        .getByRole('radio', { name: choice, exact: true })
        .check()
    if (reason !== undefined && onItems.includes('不同意')) await paper.getByLabel('为什么不同意').first().fill(reason)
  }
  return voting
}

describe.each([
  { name: 'desktop', viewport: desktop, village: 0 },
  { name: 'phone', viewport: phone, village: 1 },
])('what follows the vote, at a $name', ({ name, viewport, village }) => {
  it('P6a–P11b: paper by two officers, the assembly, filing, tasks, dissents, supervision, progress, feedback, archive', async () => {
    const people = peopleOf(village + 1)
    const { id } = await seedReady({
      city: stage.city,
      village: villages[village]?.code ?? '',
      title: `楼道充电桩（${name}）`,
      people,
      items: ['在一楼装充电桩', '每月收管理费'],
    })
    const path = `/office/c/${id}`
    const first = await officerAt(path, { role: '村（社区）', village, viewport })
    const second = await officerAt(path, { role: '村（社区）', village, viewport, officer: '经办人2' })
    const above = await officerAt(path, { role: '乡镇（街道）', viewport })
    const { page } = first

    // P6a: in an online round paper is suggested for who has no phone; this one is on paper for all.
    const voting = await step(page, 'voting')
    await voting.getByLabel('表决方式').selectOption({ label: '网上投票' })
    await voting.getByText('用纸质票的人：1 人').waitFor()
    expect(await voting.getByRole('checkbox', { name: /没有手机/ }).isChecked()).toBe(true)
    await lookAt(page, `paper-suggested-${name}`)
    await voting.getByLabel('表决方式').selectOption({ label: '纸质票' })
    await voting.getByRole('button', { name: '开始表决' }).click()
    await voting.getByText('已交回 0 张，共发 5 张').waitFor()
    const papers = [
      ['同意', '同意'],
      ['同意', '不同意'],
      ['同意', '不同意'],
      ['同意', '不同意'],
    ] as const
    await enterPapers(page, papers, '每月都收，负担太重。')
    await lookAt(page, `paper-entry-${name}`)
    await voting.getByRole('button', { name: '录入', exact: true }).click()
    await voting.getByText('请由另一位经办人登录后复核').waitFor()
    const confirming = await enterPapers(second.page, [...papers.slice(0, 3), ['弃权', '不同意']])
    await confirming.getByRole('button', { name: '复核', exact: true }).click()
    await confirming.getByText('两次录入的票数不一致').waitFor()
    await lookAt(second.page, `paper-differs-${name}`)
    await confirming
      .getByRole('group', { name: /^4\. / })
      .getByRole('group', { name: /^第 1 条/ })
      .getByRole('radio', { name: '同意', exact: true })
      .check()
    await confirming.getByRole('button', { name: '复核', exact: true }).click()
    await confirming.getByText('应到 5 人，出席 4 人').waitFor()

    // P9d: what failed goes to the representatives, under their own quorum.
    const assembly = await step(page, 'assembly')
    await assembly.getByLabel('提交给').selectOption({ label: '村（居）民代表会议（至少3分之2到会）' })
    await assembly.getByRole('button', { name: '提交会议表决' }).click()
    await assembly.getByText('至少选一项').waitFor()
    await assembly.getByText('请填写').waitFor()
    await assembly.getByRole('checkbox', { name: /每月收管理费/ }).check()
    await fill(assembly, { 为什么提交: '收费争议较大' })
    await assembly.getByRole('button', { name: '提交会议表决' }).click()
    await assembly.getByLabel('应到人数').fill('30')
    await assembly.getByText('至少 20 人到会才有效').waitFor()
    await assembly.getByLabel('到会人数').fill('31')
    await assembly.getByLabel('同意', { exact: true }).fill('8')
    await assembly.getByLabel('不同意').fill('14')
    await assembly.getByLabel('弃权').fill('0')
    await assembly.getByText('到会人数不能多于应到人数').or(assembly.getByText('More attended')).first().waitFor()
    await lookAt(page, `assembly-${name}`)
    await assembly.getByLabel('到会人数').fill('22')
    await assembly.getByRole('button', { name: '记录会议表决' }).click()
    await assembly.getByText('应到 30 人，到会 22 人，须到 20 人').waitFor()

    // P7: filed, returned by the township with a note, filed again, acknowledged.
    const record = await step(page, 'record')
    await record.getByLabel('单位名称').fill('紫金街道办事处')
    await record.getByRole('button', { name: '备案', exact: true }).click()
    await record.getByText('由“紫金街道办事处”登录后答复').waitFor()
    const answering = await step(above.page, 'record')
    await answering.getByLabel('答复').selectOption({ label: '退回补正' })
    await answering.getByRole('button', { name: '答复备案' }).click()
    await answering.getByText('退回时请写明要补正什么').waitFor()
    await answering.getByLabel('说明').fill('请补上收费标准。')
    await lookAt(above.page, `filing-answer-${name}`)
    await answering.getByRole('button', { name: '答复备案' }).click()
    await record.getByText('“紫金街道办事处”退回：请补上收费标准。').waitFor()
    await page.getByText('下一步要做什么：再次备案').waitFor()
    await lookAt(page, `filing-returned-${name}`)
    await record.getByRole('button', { name: '再次备案' }).click()
    await answering.getByLabel('答复').selectOption({ label: '已收悉备案' })
    await answering.getByRole('button', { name: '答复备案' }).click()
    await answering.getByText('已收悉备案', { exact: true }).waitFor()
    await record.getByText('已收悉备案', { exact: true }).waitFor()

    const publication = await step(page, 'publication')
    await publication.getByLabel('公示内容').fill('充电桩通过，管理费未通过。')
    await publication.getByRole('button', { name: '公示成果' }).click()
    await page.getByText('下一步要做什么：新增落实事项').waitFor()

    // P9a, P9b: a task that says what is missing, its progress, an urging, and that it is done.
    const tasks = await step(page, 'tasks')
    await tasks.getByLabel('完成时限').fill('2020-01-01')
    await tasks.getByRole('button', { name: '新增落实事项' }).click()
    await tasks.getByText('请填写').first().waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await fill(tasks, { 要做什么: '安装两个充电桩', 责任单位或责任人: '物业公司' })
    await tasks.getByLabel('由谁落实').selectOption({ label: '其他利益相关方落实' })
    await tasks.getByText('完成时限不能早于今天').waitFor()
    await lookAt(page, `task-form-${name}`)
    await tasks.getByLabel('完成时限').fill(new Date(Date.now() + 40 * 3_600_000).toISOString().slice(0, 10))
    await tasks.getByRole('button', { name: '新增落实事项' }).click()
    await tasks.getByText('进行中').waitFor()
    await tasks.locator('summary').filter({ hasText: '督促' }).click()
    await tasks.getByLabel('督促内容').fill('请尽快进场。')
    await tasks.getByRole('button', { name: '督促落实' }).click()
    await tasks.getByText('请尽快进场。').waitFor()
    await tasks.locator('summary').filter({ hasText: '登记进度' }).click()
    await tasks.getByLabel('进度').fill('已经装好，正在试用。')
    await tasks.getByLabel('已经完成').check()
    await tasks.getByRole('button', { name: '登记落实进度' }).click()
    await tasks.getByText('按时完成').waitFor()
    await lookAt(page, `tasks-${name}`)

    // P9f, P11b: a dissent that is not explained stands between the consultation and the archive.
    const closing = await step(page, 'closing')
    await closing.getByText('第1条不同意见还没有解释说明').waitFor()
    await lookAt(page, `owed-${name}`)
    const dissents = await step(page, 'dissents')
    while ((await dissents.getByLabel('解释说明').count()) > 0) {
      const left = await dissents.getByLabel('解释说明').count()
      await dissents.getByLabel('解释说明').first().fill('管理费没有通过，不会收取。')
      await dissents.getByRole('button', { name: '解释说明' }).first().click()
      await eventually('the explanation', async () =>
        (await dissents.getByLabel('解释说明').count()) < left ? true : undefined,
      )
    }
    await dissents.getByText('已解释说明：管理费没有通过').first().waitFor()

    // P10a, P10b: who supervises sees everything and may only remark.
    const supervision = await step(page, 'supervision')
    await supervision.getByLabel('向监督委员会报告').fill('充电桩已经装好。')
    await supervision.getByRole('button', { name: '向监督委员会报告' }).click()
    await supervision.getByText('执行情况报告').waitFor()
    const supervisor = await officerAt(path, { role: '村（居）务监督', village, viewport })
    const remarks = await step(supervisor.page, 'supervision')
    await remarks.getByLabel('监督意见').fill('请每月检查一次安全。')
    await remarks.getByRole('button', { name: '监督意见' }).click()
    await remarks.getByText('请每月检查一次安全。').waitFor()
    await step(supervisor.page, 'tasks')
    await step(supervisor.page, 'again')
    expect(await supervisor.page.locator('form').count()).toBe(1)
    await lookAt(supervisor.page, `supervisor-${name}`)
    await supervision.getByText('请每月检查一次安全。').waitFor()

    // P10c, P11a: progress in public; feedback by the personal link, answered, and shown without a name.
    const bulletins = await step(page, 'bulletins')
    await fill(bulletins, { 进度: '两个充电桩已投入使用。', 遇到的问题: '下雨天插座受潮。' })
    await bulletins.getByRole('button', { name: '公布进度' }).click()
    await bulletins.getByText('两个充电桩已投入使用。').waitFor()
    const link = await eventually('the link', async () =>
      (await messagesOf(stage.city, `+86${people[2]?.phone}`))
        .map(({ text }) => /https?:\S+/.exec(text)?.[0])
        .find((one) => one !== undefined),
    )
    const resident = await visitor(stage.browser, phone)
    await resident.page.goto(link)
    await resident.page.getByLabel('落实得怎么样').fill('晚上灯太暗，看不清插座。')
    await resident.page.getByRole('button', { name: '提交反馈' }).click()
    await resident.page.getByText('晚上灯太暗').waitFor()
    await lookAt(resident.page, `resident-feedback-${name}`)
    const again = await step(page, 'again')
    await again.getByText('晚上灯太暗').waitFor()
    await again.getByLabel('答复').fill('已加装照明。')
    await again.getByRole('button', { name: '答复' }).click()
    await again.getByText('已答复：已加装照明').waitFor()
    const anybody = await visitor(stage.browser, viewport)
    await anybody.page.goto(at(`/p/331102/${id}`))
    await anybody.page.getByText('已加装照明').waitFor()
    for (const text of ['安装两个充电桩', '两个充电桩已投入使用。', '应到 30 人，到会 22 人'])
      await anybody.page.getByText(text).first().waitFor()
    const read = await anybody.page.locator('main').textContent()
    for (const person of people) expect(read).not.toContain(person.name)
    await lookAt(anybody.page, `public-followed-${name}`)

    // P9d, P8: what failed is not left, and while the outcome is up nobody closes the case.
    await closing.getByText('第2条没有通过').waitFor()
    const items = await step(page, 'items')
    await items.locator('summary').filter({ hasText: '第 2 条' }).click()
    await items.locator('summary').filter({ hasText: '撤回这一条' }).click()
    await items.getByLabel('为什么撤回').fill('费用另行商议。')
    await items.getByRole('button', { name: '撤回条目' }).click()
    await items.getByText('撤回原因：费用另行商议。').waitFor()
    await closing.getByText('期满之后才能办结').waitFor()
    expect(await closing.getByRole('button', { name: '办结归档' }).count()).toBe(0)
    await lookAt(page, `publication-running-${name}`)
    published.push({ path, name, village, viewport })

    // What the first officer entered lies at the county: that the second's differs, only the county can say.
    const differed = second.complaints.splice(0)
    expect(differed).toEqual([expect.stringMatching(/status of 422 .*confirm-papers/)])
    for (const one of [first, second, above, supervisor, resident, anybody]) {
      expect(one.complaints).toEqual([])
      await one.close()
    }
  }, 300_000)
})

describe('a secret ballot', () => {
  it('P6a, P9f: online with words against and no name, three seats on paper, counted after two officers', async () => {
    const village = 6
    // Enough online and enough on paper, so that nobody's vote can be told from a count.
    const more = ['吴大哥', '郑师傅', '王阿姨'].map((name, index) => ({
      ...{ name, phone: `1390007${String(100 + index).padStart(4, '0')}`, category: '居民代表', class: '当地居民' },
    }))
    const people = [...peopleOf(7), ...more]
    const { id, api } = await seedReady({
      city: stage.city,
      village: villages[village]?.code ?? '',
      title: '楼顶太阳能',
      people,
      items: ['统一安装'],
    })
    const path = `/office/c/${id}`
    const first = await officerAt(path, { role: '村（社区）', village, viewport: phone })
    const second = await officerAt(path, { role: '村（社区）', village, viewport: phone, officer: '经办人2' })
    const linkOf = (number: string | undefined) =>
      eventually('the link', async () =>
        (await messagesOf(stage.city, `+86${number}`))
          .map(({ text }) => /https?:\S+/.exec(text)?.[0])
          .find((one) => one),
      )
    const voting = await step(first.page, 'voting')
    await voting.getByLabel('表决方式').selectOption({ label: '网上投票' })
    await voting.getByLabel('记名方式').selectOption({ label: '无记名' })
    await voting.getByRole('checkbox', { name: /陈书记/ }).check()
    await voting.getByRole('button', { name: '开始表决' }).click()
    await voting.getByText('每一种都要有3席以上').waitFor()
    await voting.getByRole('checkbox', { name: /林主任/ }).check()
    await voting.getByRole('button', { name: '开始表决' }).click()
    await voting.getByText('已投票 0 人，有表决权 5 人').waitFor()
    expect(await voting.getByRole('button', { name: '结束投票并计票' }).isDisabled()).toBe(true)

    const onPaper = await visitor(stage.browser, phone)
    await onPaper.page.goto(await linkOf(people[0]?.phone))
    await onPaper.page.getByText('这一轮您用纸质票').waitFor()
    expect(await onPaper.page.getByRole('radio').count()).toBe(0)
    await lookAt(onPaper.page, 'resident-on-paper')
    const against = await visitor(stage.browser, phone)
    await against.page.goto(await linkOf(people[2]?.phone))
    await against.page.locator('.ballot').getByText('不同意', { exact: true }).click()
    await against.page.getByText('请不要写自己的名字').waitFor()
    await against.page.getByLabel('为什么不同意（选填）').fill('担心漏水。')
    await lookAt(against.page, 'resident-why-not')
    await against.page.getByRole('button', { name: '请核对' }).click()
    await against.page.getByText('担心漏水。').waitFor()
    await against.page.getByRole('button', { name: '确认提交' }).click()
    await against.page.getByText('您的投票已收到').waitFor()
    for (const { phone: number } of more.slice(0, 2)) {
      const token = (await linkOf(number)).split('/').at(-1) ?? ''
      const { round } = await api.send<{ round: CastBallot }>({ method: 'GET', path: `/links/${token}` })
      await api.send({
        method: 'POST',
        path: `/links/${token}/ballot`,
        headers: { 'idempotency-key': newKey() },
        body: { round: round.round, shape: round.shape, choices: [{ item: 1, choice: 'yes' }] },
      })
    }

    for (const [officer, button] of [
      [first, '录入'],
      [second, '复核'],
    ] as const) {
      const papers = await step(officer.page, 'voting')
      for (const name of [/陈书记/, /林主任/, /周大妈/]) await papers.getByRole('checkbox', { name }).check()
      await fill(papers, { 不同意: '0', 弃权: '0' })
      await papers.getByLabel('同意', { exact: true }).fill('3')
      await papers.getByText('已交回 3 张，共发 3 张').waitFor()
      await lookAt(officer.page, `papers-secret-${button}`)
      await papers.getByRole('button', { name: button, exact: true }).click()
      await papers.getByText(button === '录入' ? '请由另一位经办人登录后复核' : '已经一致').waitFor()
    }
    await voting.getByText('已经一致').waitFor()
    await voting.getByRole('button', { name: '结束投票并计票' }).click()
    const dissents = await step(first.page, 'dissents')
    await dissents.getByText('担心漏水。').waitFor()
    await dissents.getByText('第 1 条 · 无记名').waitFor()
    await lookAt(first.page, 'dissent-unnamed')
    for (const one of [first, second, onPaper, against]) {
      expect(one.complaints).toEqual([])
      await one.close()
    }
  }, 180_000)
})

describe('a matter that law gives to the assembly', () => {
  it('P12: is not carried out before the five deliberations and the first publication, step by step', async () => {
    const { id } = await seedPublished({
      city: stage.city,
      village: villages[2]?.code ?? '',
      title: '集体用房出租',
      people: peopleOf(3),
      items: ['出租三年'],
      matter: 'M2.4',
    })
    const officer = await officerAt(`/office/c/${id}`, { role: '村（社区）', village: 2, viewport: phone })
    const { page } = officer
    await page.getByText('下一步要做什么：登记“党员群众建议”').waitFor()
    const tasks = await step(page, 'tasks')
    await tasks.getByText('重大事项须先完成五议两公开').waitFor()
    expect(await tasks.locator('form').count()).toBe(0)
    const major = await step(page, 'major')
    await lookAt(page, 'major-begins')
    const record = major.getByRole('button', { name: '记录五议两公开' })
    for (const next of ['村党组织提议', '村务联席会议商议', '党员大会审议']) {
      await record.click()
      await major.getByRole('heading', { name: `登记“${next}”` }).waitFor()
    }
    const vote = async (members: string, attended: string, yes: string) => {
      await fill(major, { 应到人数: members, 到会人数: attended, 同意人数: yes })
      await record.click()
    }
    await vote('30', '19', '19')
    await major.getByText('至少20人到会').waitFor()
    await lookAt(page, 'major-no-quorum')
    await vote('30', '20', '10')
    await major.getByText('未通过').waitFor()
    await vote('30', '20', '11')
    await major.getByRole('heading', { name: '登记“村民（代表）会议决议”' }).waitFor()
    await vote('45', '30', '30')
    await major.getByRole('heading', { name: '登记“表决结果公开”' }).waitFor()
    await record.click()
    await tasks.getByRole('button', { name: '新增落实事项' }).waitFor()
    await lookAt(page, 'major-may-be-carried-out')
    const anybody = await visitor(stage.browser, phone)
    await anybody.page.goto(at(`/p/331102/${id}`))
    await anybody.page.getByText('应到 45 人，到会 30 人，同意 30 人').waitFor()
    await lookAt(anybody.page, 'public-major')
    expect([...officer.complaints, ...anybody.complaints]).toEqual([])
    await officer.close()
    await anybody.close()
  }, 180_000)
})

describe('an outcome that breaks the law', () => {
  it('P9g: is suspended by the township, everybody sees it, and is corrected in public', async () => {
    const village = villages[3]
    const { id } = await seedFiled({
      city: stage.city,
      village: village?.code ?? '',
      title: '外来车辆收费',
      people: peopleOf(4),
      items: ['外来车每次收五十元'],
    })
    const path = `/office/c/${id}`
    const officer = await officerAt(path, { role: '村（社区）', village: 3, viewport: phone })
    const above = await officerAt(path, { role: '乡镇（街道）', viewport: phone })
    const correction = await step(above.page, 'correction')
    await correction.locator('summary').filter({ hasText: '暂停执行' }).click()
    const form = correction.locator('form').filter({ hasText: '哪里违法' })
    await form.getByLabel('法律法规依据').fill('《中华人民共和国价格法》第十二条')
    await form.getByLabel('哪里违法').fill('无权自行收费，请停止执行。')
    await form.getByRole('button', { name: '暂停执行' }).click()
    await officer.page.getByRole('alert').filter({ hasText: '乡镇（街道）已暂停执行' }).waitFor()
    await step(officer.page, 'record')
    await lookAt(officer.page, 'suspended')
    expect(await officer.page.locator('form').count()).toBe(0)
    await correction.locator('details > summary').filter({ hasText: '依法纠正' }).last().click()
    const mend = correction.locator('form').filter({ hasText: '纠正后的内容' })
    await mend.getByLabel('法律法规依据').fill('《中华人民共和国价格法》第十二条')
    await mend.getByLabel('纠正后的内容').fill('不收费，改为登记进出。')
    await mend.getByRole('button', { name: '依法纠正' }).click()
    await correction.getByText('不收费，改为登记进出。').waitFor()
    await lookAt(above.page, 'correction')
    const anybody = await visitor(stage.browser, phone)
    await anybody.page.goto(at(`/p/331102/${id}`))
    await anybody.page.getByText('不收费，改为登记进出。').waitFor()
    await lookAt(anybody.page, 'public-corrected')
    for (const one of [officer, above, anybody]) {
      expect(one.complaints).toEqual([])
      await one.close()
    }
  }, 120_000)
})

describe('a consultation over two villages', () => {
  it('P9e: is the township’s: it names the villages, sets the steps, and lists people of both registers', async () => {
    const [, , , , one, other] = villages
    for (const [series, village] of [one, other].entries())
      await seedReady({
        city: stage.city,
        village: village?.code ?? '',
        title: `各自的事${series}`,
        people: peopleOf(5 + series),
        items: ['一条'],
      })
    const officer = await officerAt('/office', { role: '乡镇（街道）', viewport: phone })
    const { page } = officer
    await page.getByRole('link', { name: '提出跨村（社区）协商' }).click()
    await page.getByLabel(one?.name ?? '', { exact: true }).check()
    await page.getByText('至少选两个').waitFor()
    await page.getByLabel(other?.name ?? '', { exact: true }).check()
    await fill(page, { 题目: '两社区共用停车场', 说明: '共用一处空地。', 名称或姓名: '街道' })
    await lookAt(page, 'propose-several')
    await page.getByRole('button', { name: '提出', exact: true }).click()
    await page.getByText('下一步要做什么：确定协商程序').waitFor()
    const topic = await step(page, 'topic')
    for (const [index, body] of ['街道', '社区', '社区', '街道', '街道', '社区'].entries())
      await topic.getByLabel(`${index + 1}. 负责单位`).fill(body)
    await lookAt(page, 'procedure')
    await topic.getByRole('button', { name: '确定协商程序' }).click()
    await topic.getByRole('button', { name: '修改协商程序' }).waitFor()
    await fill(page, { 党组织备案人: '街道党工委', '村（居）委会备案人': '两社区居委会' })
    await page.getByRole('button', { name: '备案议题' }).click()
    const participants = await step(page, 'participants')
    await participants.getByLabel('李阿婆5').check()
    await participants.getByLabel('李阿婆6').check()
    await participants.getByLabel('10人').check()
    await fill(page, { 议题性质: '公共事务', 利益关系: '两社区居民', 复杂程度: '一般', 影响范围: '两社区' })
    await lookAt(page, 'participants-several')
    await participants.getByRole('button', { name: '确定名单' }).click()
    await page.getByText('下一步要做什么：发出告知').waitFor()
    await (await step(page, 'participants')).getByText('名单 10 人').waitFor()
    await lookAt(page, 'township-consultation')
    expect(officer.complaints).toEqual([])
    await officer.close()
  }, 180_000)
})

describe('when a publication is over', () => {
  it('P8, P11b, P11a: the case goes to the archive, becomes a model, and is taken up again', async () => {
    await openDeskClock(stage.city, 1).waitUntil(new Date(Date.now() + 8 * 24 * 3_600_000))
    for (const { path, name, village, viewport } of published) {
      const first = await officerAt(path, { role: '村（社区）', village, viewport })
      const above = await officerAt(path, { role: '乡镇（街道）', viewport })
      const { page } = first
      const closing = await step(page, 'closing')
      const again = await step(page, 'again')
      await fill(closing, { 办结小结: '充电桩建成，管理费不收。' })
      await closing.getByRole('button', { name: '办结归档' }).click()
      await closing.getByText('充电桩建成，管理费不收。').waitFor()
      await page.getByText('已经办结归档，没有要做的事').waitFor()
      const archive = await step(above.page, 'closing')
      await archive.getByLabel('为什么评为典型案例').fill('小区充电难的好办法。')
      await archive.getByRole('button', { name: '评为典型案例' }).click()
      await archive.getByText('典型案例：小区充电难的好办法。').waitFor()
      await again.getByRole('link', { name: '再次协商' }).click()
      await page.getByText('接续的协商：').waitFor()
      await fill(page, { 题目: `充电桩照明（${name}）`, 名称或姓名: '居民委员会' })
      await page.getByRole('button', { name: '提出', exact: true }).click()
      await page.getByRole('link', { name: `楼道充电桩（${name}）` }).click()
      await page
        .getByRole('link', { name: `充电桩照明（${name}）` })
        .first()
        .waitFor()
      await step(page, 'closing')
      const history = await step(page, 'history')
      await history.getByText('结束并归档').waitFor()
      expect(await history.textContent()).not.toMatch(/[A-Z][a-z]+[A-Z]/)
      await lookAt(page, `archived-${name}`)
      for (const one of [first, above]) {
        expect(one.complaints).toEqual([])
        await one.close()
      }
    }
  }, 240_000)
})
