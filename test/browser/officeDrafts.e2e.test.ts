import { childrenOf } from '@xieshang/divisions'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { newKey, officer, openApi } from '../journey/api.ts'
import { desktop, visitor } from './browser.ts'
import type { SignIn } from './office.ts'
import { onStage } from './stage.ts'
import { choice, inStep, outlives, seen, signedIn, tick, under, words } from './typing.ts'

const county = '331102'
const township = childrenOf(county)[0]
const village = childrenOf(township?.code ?? '')[0]
const code = village?.code ?? ''

const stage = onStage([county])

const place = { county: '莲都区', township: township?.name ?? '', village: village?.name ?? '' }
const sits = (role: SignIn['role']): SignIn => ({
  url: stage.at(role === '市级' ? '/city' : '/office'),
  role,
  place,
})

it('of the parameters, the catalogue and the official account: all but the secret is there, and gone once it is sent', async () => {
  const [parameters, catalogue, account] = [under('设置新版本'), under('调整目录'), under('接入')]
  const set = [words(parameters, '成果公示期', '9'), words(parameters, '调整理由', '让更多居民看到')]
  await outlives(stage.browser, sits('县（市、区）'), {
    path: '/office/settings',
    fields: [...set, words(account, '公众号名称', '莲都协商'), words(account, 'AppID', 'wx0123456789')],
  })
  const relation = under('社区内部之间的协商', catalogue)
  await outlives(stage.browser, sits('县（市、区）'), {
    path: '/office/catalogue',
    fields: [
      words(relation, 'M4.1', '改过的事项'),
      tick(relation, '停用', true),
      words(catalogue, '调整理由', '更清楚'),
    ],
  })

  const { page, complaints, close } = await visitor(stage.browser, desktop)
  await signedIn(page, sits('县（市、区）'), '/office/settings')
  await (await account(page)).getByLabel('AppSecret').fill('0123456789abcdef')
  await seen(page, set)
  await page.reload()
  await words(account, '公众号名称', '莲都协商').stands(await account(page))
  expect(await (await account(page)).getByLabel('AppSecret').inputValue()).toBe('')
  await (await parameters(page)).getByRole('button', { name: '保存新版本' }).click()
  await page.getByText('→ 9天').waitFor()
  await page.reload()
  await words(parameters, '调整理由', '').stands(await parameters(page))
  await words(account, '公众号名称', '莲都协商').stands(await account(page))
  expect(complaints).toEqual([])
  await close()
})

it('of a village: a person, the template of lists, and what an applicant is told', async () => {
  const person = under('登记一人')
  await outlives(stage.browser, sits('村（社区）'), {
    path: `/office/register/${code}`,
    fields: [
      words(person, '姓名', '李阿婆'),
      words(person, '手机号', '13912345678'),
      choice(person, '代表类别', '老年人代表', 'elderly'),
    ],
  })

  const api = openApi(stage.at(`/api/${county}`))
  const inVillage = officer(api, await stage.city.token('village', code))
  const proposed = await inVillage.post<{ consultation: { id: string } }>('/consultations', {
    ...{ division: code, title: '路灯', description: '说明', matter: 'M5.1', publicInterest: true },
    proposers: [{ kind: 'committee', name: '居委会' }],
  })
  const { id } = proposed.consultation
  await inVillage.command(id, 'register-topic', { party: '书记', committee: '主任' })
  for (const [name, phone] of [
    ['王阿姨', '13912340001'],
    ['赵叔', '13912340002'],
  ])
    await api.send({
      method: 'POST',
      path: `/public/consultations/${id}/applications`,
      body: { name, phone, why: '关心路灯' },
      headers: { 'idempotency-key': newKey() },
    })
  const list = inStep('participants')
  const template = under('修改模板', list)
  const card = async (page: Page) => (await list(page)).locator('li.card', { hasText: '赵叔' })
  const path = `/office/c/${id}`
  const one = [words(card, '理由', '名额已满'), words(template, '模板名称', '六加若干')]
  await outlives(stage.browser, sits('村（社区）'), { path, fields: one })
  // Once somebody is ticked, one reason stands for all of them.
  const many = [tick(list, '勾选王阿姨', true), words(list, '理由', '请先了解')]
  await outlives(stage.browser, sits('村（社区）'), { path, fields: many })
})

it('of the city: a note, about a place or about a duty, which lies with the city', async () => {
  const note = under('发出督办')
  const fields = [words(note, '督办事项', '议事会'), words(note, '要求', '请补开')]
  await outlives(stage.browser, sits('市级'), { path: `/city/${code}`, fields })
})
