import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
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
let another: string

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
  const registered = async (title: string) => {
    const { consultation } = await village1.post<{ consultation: Consultation }>('/consultations', {
      ...{ division: village?.code, title, description: '增加座椅和照明', matter: 'M5.1' },
      publicInterest: true,
      proposers: [{ kind: 'committee', name: '居委会' }],
    })
    await village1.command(consultation.id, 'register-topic', { party: '陈书记', committee: '林主任' })
    return consultation.id
  }
  id = await registered('小广场改造')
  another = await registered('小花园改造')
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

const applyTo = (consultation: string, body: object, key = newKey()) =>
  open.send<{ token: string; state: string }>({
    method: 'POST',
    path: `/public/consultations/${consultation}/applications`,
    body,
    headers: { 'idempotency-key': key },
  })

const apply = (body: object, key = newKey()) => applyTo(id, body, key)

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
  // Who was decided on is among those who were, and waits no more.
  const decided = section.locator('details', { hasText: '已经办理的报名' })
  await decided.locator('summary').click()
  await decided.locator('li.card', { hasText: '热心的王阿姨' }).getByText('已接纳').waitFor()
  await card('赵叔').getByRole('button', { name: '不接纳' }).click()
  await card('赵叔').getByText('不接纳的，请写明理由').waitFor()
  await card('赵叔').getByLabel('理由').fill('名额已满，欢迎旁听')
  await card('赵叔').getByRole('button', { name: '不接纳' }).click()
  await decided.locator('li.card', { hasText: '赵叔' }).getByText('未接纳').waitFor()

  // Many are declined at once, with one reason that each of them reads.
  const crowd = await Promise.all(
    ['孙一', '孙二', '孙三'].map((name, index) => apply({ name, phone: `1371111000${index}`, why: '凑热闹' })),
  )
  await office.page.reload()
  await step(office.page, 'participants')
  await section.getByLabel('勾选这一页的全部报名').check()
  await section.getByText('已勾选 3 份报名').waitFor()
  await lookAt(office.page, 'applications-many-desktop')
  await office.page.setViewportSize(phone)
  await lookAt(office.page, 'applications-many-phone')
  await office.page.setViewportSize(desktop)
  await section.getByLabel('理由').fill('请先了解这件事')
  await section.getByRole('button', { name: '不接纳' }).click()
  await section.getByText('没有等待办理的报名').waitFor()
  for (const one of crowd)
    expect(
      await open.send({ method: 'GET', path: `/public/consultations/${id}/applications/${one.token}` }),
    ).toMatchObject({ state: 'declined', reason: '请先了解这件事' })

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

it('S4: a key that was used for another application is refused; the same one again gets its secret again', async () => {
  const key = newKey()
  const one = { name: '周一', phone: '13722220001', why: '关心广场' }
  const status = (act: Promise<unknown>) =>
    act.then(
      () => 201,
      (error: unknown) => (error instanceof ApiError ? [error.status, error.problem.code] : error),
    )
  const { token } = await applyTo(another, one, key)
  expect((await applyTo(another, one, key)).token).toBe(token)
  expect(await status(applyTo(another, { ...one, phone: '13722220002' }, key))).toEqual([422, 'keyReused'])
})

it('S4: a resident whose answer was lost edits and sends again: what stands is told, and nothing else was sent', async () => {
  const { page, close } = await visitor(browser, phone)
  await page.goto(`${origin}/p/${county}/${another}`)
  await page.getByLabel('姓名').fill('吴姐')
  await page.getByLabel('手机号').fill('13733330001')
  await page.getByLabel('为什么想参加').fill('住在旁边')
  let lose = true
  await page.route('**/applications', async (route) => {
    if (!lose) return route.continue()
    lose = false
    // The request arrives, the answer does not.
    await route.fetch()
    await route.abort('failed')
  })
  await page.getByRole('button', { name: '提交报名' }).click()
  await page.getByText('还不知道县里收到没有').waitFor()
  await page.getByLabel('手机号').fill('13733330002')
  await lookAt(page, 'join-lost-phone')
  await page.getByRole('button', { name: '提交报名' }).click()
  await page.getByText('您前一次提交的已经收到（吴姐，手机尾号 01）').waitFor()
  await lookAt(page, 'join-earlier-phone')
  const { applications } = await village1.get<{ applications: { name: string; phone: string }[] }>(
    `/consultations/${another}/applications`,
  )
  expect(applications.filter(({ name }) => name === '吴姐').map((one) => one.phone)).toEqual(['*********01'])
  await close()
})

it('S4: a flood from one address slows that address, and another one applies all the same', async () => {
  const from = (localAddress: string, index: number) =>
    new Promise<{ status: number; after: string | undefined; code: string }>((resolve, reject) => {
      const body = JSON.stringify({ name: `洪${index}`, phone: `139444${String(index).padStart(5, '0')}`, why: '想' })
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': newKey(),
        // What a caller says of himself is not believed.
        'x-viewer-address': `198.51.100.${index}`,
        'x-front-secret': 'guessed',
      }
      const path = `/api/${county}/public/consultations/${another}/applications`
      const asked = request(`${origin}${path}`, { method: 'POST', localAddress, headers }, (answer) => {
        let text = ''
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
        answer.on('end', () => {
          const { code = '' } = JSON.parse(text) as { code?: string }
          resolve({ status: answer.statusCode ?? 0, after: answer.headers['retry-after'], code })
        })
      })
      asked.on('error', reject)
      asked.end(body)
    })
  const flood = await Promise.all(Array.from({ length: 30 }, (_, index) => from('127.0.0.77', index)))
  expect(flood.filter(({ status }) => status === 201)).toHaveLength(20)
  const slowed = flood.filter(({ status }) => status === 429)
  expect(slowed).toHaveLength(10)
  for (const { after, code } of slowed) expect([code, Number(after) > 0]).toEqual(['tooOften', true])
  expect((await from('127.0.0.78', 99)).status).toBe(201)
})

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
