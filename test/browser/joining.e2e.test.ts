import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf } from '@xieshang/divisions'
import { type Consultation, seatsIn } from '@xieshang/rules'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cityAt, freePort, type Running, startCity } from '../city/running.ts'
import { ApiError, newKey, officer, openApi } from '../journey/api.ts'
import { desktop, launch, lookAt, phone, visitor } from './browser.ts'
import { signInAt, step } from './office.ts'

const county = '331102'
const township = childrenOf(county)[0]
const village = childrenOf(township?.code ?? '')[0]

let origin: string
let data: string
let running: Running
let browser: Browser
let village1: ReturnType<typeof officer>
let open: ReturnType<typeof openApi>
let id: string

beforeAll(async () => {
  const port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-joining-'))
  ;[running, browser] = await Promise.all([startCity({ port, data, counties: [county] }), launch()])
  const city = cityAt(port, data)
  origin = city.origin
  open = openApi(`${origin}/api/${county}`)
  village1 = officer(open, await city.token('village', village?.code ?? ''))
  const people = [
    ['陈书记', 'partyMember', 'partyOrganisation'],
    ['林主任', 'resident', 'committee'],
    ['周监督', 'resident', 'supervisionCommittee'],
    ['罗组长', 'resident', 'residentsGroup'],
    ['何工程师', 'scholar', 'expert'],
    ...['一', '二', '三', '四', '五'].map((n) => [`李${n}`, 'resident', 'localResident']),
  ]
  const csv = people.map(([name, category, kind], index) => `${name},1380000${1000 + index},${category},${kind}`)
  await village1.importCsv(`/villages/${village?.code}/people/import`, ['姓名,手机号,类别,主体类型', ...csv].join('\n'))
  const proposed = await village1.post<{ consultation: Consultation }>('/consultations', {
    ...{ division: village?.code, title: '小广场改造', description: '增加座椅和照明', matter: 'M5.1' },
    publicInterest: true,
    proposers: [{ kind: 'committee', name: '居委会' }],
  })
  id = proposed.consultation.id
  await village1.command(id, 'register-topic', { party: '陈书记', committee: '林主任' })
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

const apply = (body: object, key = newKey()) =>
  open.send<{ token: string; state: string }>({
    method: 'POST',
    path: `/public/consultations/${id}/applications`,
    body,
    headers: { 'idempotency-key': key },
  })

it('S4: a resident applies on a phone, the committee admits one and declines another, who both see it', async () => {
  const resident = await visitor(browser, phone)
  await resident.page.goto(`${origin}/p/${county}/${id}`)
  await resident.page.getByLabel('姓名').fill('热心的王阿姨')
  await resident.page.getByLabel('手机号').fill('13912345678')
  await resident.page.getByLabel('为什么想参加').fill('每天带孙子去广场')
  await lookAt(resident.page, 'join-form-phone')
  await resident.page.getByRole('button', { name: '提交报名' }).click()
  await resident.page.getByText('报名已收到').waitFor()
  await lookAt(resident.page, 'join-waiting-phone')
  const { token } = await apply({ name: '赵叔', phone: '139 1234 5678', why: '想提意见' })

  const office = await visitor(browser, desktop)
  await signInAt(office.page, {
    url: `${origin}/office/c/${id}`,
    role: '村（社区）',
    place: { county: '莲都区', township: township?.name ?? '', village: village?.name ?? '' },
  })
  const section = await step(office.page, 'participants')
  const card = (name: string) => section.locator('li.card', { hasText: name })
  await card('热心的王阿姨').getByText('*********78').waitFor()
  await card('赵叔').getByText('与另一份报名手机号相同').waitFor()
  await lookAt(office.page, 'applications-desktop')
  await card('热心的王阿姨').getByRole('button', { name: '接纳', exact: true }).click()
  await card('热心的王阿姨').getByText('已接纳').waitFor()
  await card('赵叔').getByRole('button', { name: '不接纳' }).click()
  await card('赵叔').getByText('不接纳的，请写明理由').waitFor()
  await card('赵叔').getByLabel('理由').fill('名额已满，欢迎旁听')
  await card('赵叔').getByRole('button', { name: '不接纳' }).click()
  await card('赵叔').getByText('未接纳').waitFor()

  await section.getByRole('button', { name: '按“6+X”模板选人' }).click()
  await section.getByText('已选 10 人').waitFor()
  await section.getByRole('checkbox', { name: /何工程师/ }).check()
  await section.getByText('热心的王阿姨').last().waitFor()
  await lookAt(office.page, 'template-desktop')
  for (const [label, value] of [
    ['议题性质', '公共设施'],
    ['利益关系', '全体居民'],
    ['复杂程度', '一般'],
    ['影响范围', '本社区'],
  ] as const)
    await section.getByLabel(label).fill(value)
  await section.getByRole('button', { name: '确定名单' }).click()
  await section.getByText('名单 11 人').waitFor({ state: 'attached' })
  await step(office.page, 'participants')
  await office.page.setViewportSize(phone)
  await lookAt(office.page, 'composition-phone')
  expect(office.complaints.filter((line) => !line.includes('422'))).toEqual([])

  await resident.page.reload()
  await resident.page.getByText('村（社区）已接纳您的报名').waitFor()
  await resident.page.getByText('名单构成').waitFor()
  await lookAt(resident.page, 'join-admitted-phone')
  await resident.page.goto(`${origin}/p/${county}/${id}?application=${token}`)
  await resident.page.getByText('名额已满，欢迎旁听').waitFor()
  await Promise.all([resident.close(), office.close()])
}, 120_000)

it('S4: is refused in plain words: a wrong number, a list that is fixed, an application that is not there', async () => {
  const refused = async (act: Promise<unknown>) => {
    const error = await act.then(
      () => undefined,
      (caught: unknown) => caught,
    )
    return error instanceof ApiError ? [error.status, error.problem.clause ?? error.problem.code] : error
  }
  expect(await refused(apply({ name: '某', phone: '123', why: '想' }))).toEqual([400, 'invalid'])
  expect(await refused(apply({ name: '某', phone: '13912345679', why: '想' }))).toEqual([409, 'S4'])
  expect(
    await refused(open.send({ method: 'GET', path: `/public/consultations/${id}/applications/${'x'.repeat(32)}` })),
  ).toEqual([404, 'notFound'])
  expect(
    await refused(
      village1.post(`/consultations/${id}/decide-application`, { applications: ['y'.repeat(43)], admit: true }),
    ),
  ).toEqual([404, 'notFound'])
})

it('P2b: a third party is on the list, attends, and has no vote', async () => {
  const { seats } = await village1.get<{ seats: { seat: number; name: string; votes: boolean }[] }>(
    `/consultations/${id}/seats`,
  )
  const expert = seats.find(({ name }) => name === '何工程师')
  expect(expert).toMatchObject({ votes: false })
  const all = seats.map(({ seat }) => seat)
  const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  await village1.command(id, 'issue-notice', {
    text: '请来商议',
    materials: [{ title: '方案', text: '方案说明' }],
    meeting: { at: soon(2), place: '会议室' },
    opinionsUntil: soon(1),
    channels: ['website'],
  })
  const toldAt = new Date().toISOString()
  await village1.command(id, 'record-telling', { seats: all, channel: 'door', toldAt, teller: '网格员' })
  await village1.command(id, 'choose-forms', { forms: ['meeting'] })
  const aspects = { problem: '座椅少', manifestation: '', impact: '', cause: '', solution: '加装', cautions: '' }
  await village1.command(id, 'add-item', { title: '加装座椅', aspects })
  await village1.command(id, 'open-session', { kind: 'council', place: '会议室', host: '陈书记', recorder: '文书' })
  await village1.command(id, 'take-attendance', { session: 1, present: all })
  const { rounds } = await village1.command(id, 'open-round', { method: 'paper', items: [1] })
  expect(seatsIn(rounds[0]?.paper ?? '')).not.toContain(expert?.seat)
  const ballot = { seat: expert?.seat, choices: [{ item: 1, choice: 'yes' }] }
  await expect(village1.command(id, 'enter-papers', { round: 1, ballots: [ballot] })).rejects.toThrow(/P6a/)
})
