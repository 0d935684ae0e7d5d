import { childrenOf } from '@xieshang/divisions'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { type SeedPerson, seedPublished, seedReady } from '../journey/seeds.ts'
import { desktop, lookAt, visitor } from './browser.ts'
import type { SignIn } from './office.ts'
import { onStage } from './stage.ts'
import { choice, type Field, inStep, seen, signedIn, soon, survives, tick, words } from './typing.ts'

const township = childrenOf('331102')[0]
const village = childrenOf(township?.code ?? '')[0]

const people: SeedPerson[] = [
  ['陈书记', '党员代表', '村（社区）党组织'],
  ['林主任', '居民代表', '村（居）民委员会'],
  ['李阿婆', '老年人代表', '当地居民'],
  ['张大伯', '居民代表', '当地居民'],
  ['周大妈', '妇女代表', '当地居民'],
].map(([name = '', category = '', kind = ''], index) => ({
  name,
  phone: index === 4 ? '' : `1391234000${index}`,
  category,
  class: kind,
}))

const stage = onStage(['331102'])

const { at } = stage

const place = { county: '莲都区', township: township?.name ?? '', village: village?.name ?? '' }
const atDesk = (): SignIn => ({ url: at('/office'), role: '村（社区）', place })

const inRegister = async (page: Page) => {
  const form = page.locator('details.step').first()
  await form.evaluate((details: HTMLDetailsElement) => {
    details.open = true
  })
  return form
}

it('what is typed into the forms of a consultation is there after reload, a killed tab, back, and elsewhere', async () => {
  const { id, give } = await seedPublished({
    city: stage.city,
    village: village?.code ?? '',
    title: '路灯',
    people,
    items: ['装路灯'],
  })
  const task = { title: '立杆', kind: 'own', responsible: '居委会', dueOn: '2099-01-01', items: [1] }
  await give('addTask', task)
  const [tasks, progress, group] = [
    inStep('tasks'),
    inStep('tasks', '登记进度'),
    inStep('supervision', '成立专门监督委员会'),
  ]
  const fields = [
    words(tasks, '要做什么', '装十盏灯'),
    choice(tasks, '由谁落实', '其他利益相关方落实', 'outside'),
    words(tasks, '完成时限', '2098-12-31'),
    words(progress, '进度', '已经立杆'),
    tick(progress, '已经完成', true),
    words(group, '成员姓名', '李阿婆\n张大伯'),
  ]
  await survives(stage.browser, atDesk(), { path: `/office/c/${id}`, fields })
})

it('of a vote: an end, items, people on paper; a colleague’s act moves the page on and loses nothing', async () => {
  const { id, give } = await seedReady({
    city: stage.city,
    village: village?.code ?? '',
    title: '停车',
    people,
    items: ['划车位', '装道闸'],
  })
  await give('openSession', { kind: 'council', place: '会议室', host: '林主任', recorder: '文书' })
  const [voting, session] = [inStep('voting'), inStep('session')]
  const path = `/office/c/${id}`
  const fields = [
    choice(voting, '表决方式', '网上投票', 'online'),
    words(voting, '截止时间', '2098-12-31T09:00'),
    tick(voting, /装道闸/, false),
    tick(voting, /陈书记/, true),
    tick(session, /李阿婆/, true),
    words(session, '讨论记录', '有人担心噪声'),
  ]
  await survives(stage.browser, atDesk(), { path, fields })

  const { page, complaints, close } = await visitor(stage.browser, desktop)
  await signedIn(page, atDesk(), path)
  await seen(page, fields)
  // A colleague counts hands meanwhile: the vote's form gives way to another, and comes back as it was.
  await give('takeAttendance', { session: 1, present: [1, 2, 3, 4, 5] }, 'second')
  await give('openRound', { method: 'hands', items: [1] }, 'second')
  const hands = await voting(page)
  await hands.getByLabel('同意', { exact: true }).fill('4')
  await give('enterHands', { round: 1, counts: [{ item: 1, yes: 4, no: 1, abstain: 0 }] }, 'second')
  await hands.getByRole('button', { name: '复核票数' }).waitFor()
  expect(await hands.getByLabel('同意', { exact: true }).inputValue()).toBe('4')
  await hands.getByLabel('不同意').fill('1')
  await hands.getByLabel('弃权').fill('0')
  await hands.getByRole('button', { name: '复核票数' }).click()
  await hands.getByText('应到 5 人，出席 5 人').waitFor()
  await seen(page, [...fields.slice(0, 2), ...fields.slice(3)])
  await lookAt(page, 'drafts-kept')

  // What is sent leaves nothing behind, here or elsewhere; what is emptied neither.
  const talk = await session(page)
  await talk.getByRole('button', { name: '记下来' }).click()
  await expect.poll(() => talk.getByLabel('讨论记录').inputValue(), soon).toBe('')
  const round = (await voting(page)).locator('form')
  await round.getByRole('button', { name: '清空' }).click()
  await expect.poll(() => round.getByLabel('表决方式').inputValue(), soon).toBe('hands')
  await page.reload()
  await words(session, '讨论记录', '').stands(await session(page))
  await choice(voting, '表决方式', '', 'hands').stands(await voting(page))
  expect(complaints).toEqual([])
  await close()
})

it('what is typed into a register is there, rows and all', async () => {
  const fields: Field[] = [
    words(inRegister, '时间', '2026-05-01T09:00'),
    choice(inRegister, '恳谈方式', '定期', 'regular'),
    words(inRegister, '到会人数', '30'),
    {
      form: inRegister,
      type: async (form) => {
        await form.getByRole('button', { name: '再加一行' }).click()
        await form.getByLabel('谁提的').first().fill('居民')
      },
      stands: (form) => expect.poll(() => form.getByLabel('谁提的').first().inputValue(), soon).toBe('居民'),
    },
  ]
  await survives(stage.browser, atDesk(), { path: `/office/affairs/${village?.code}/talk`, fields })
})
