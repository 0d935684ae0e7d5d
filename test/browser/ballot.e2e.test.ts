import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf } from '@xieshang/divisions'
import type { Consultation } from '@xieshang/rules'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cityAt, freePort, type Running, startCity } from '../city/running.ts'
import { officer, openApi } from '../journey/api.ts'
import { type City, countedRound, eventually, messagesOf } from '../journey/city.ts'
import { launch, lookAt, phone, visitor } from './browser.ts'

const county = '331102'
const village = childrenOf(childrenOf(county)[0]?.code ?? '')[0]?.code ?? ''
const residents = 8
const numberOf = (index: number) => `+8613700000${100 + index}`

let data: string
let city: City
let running: Running
let browser: Browser
let committee: ReturnType<typeof officer>
let id: string
const links: string[] = []

beforeAll(async () => {
  const port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-ballot-'))
  ;[running, browser] = await Promise.all([startCity({ port, data, counties: [county] }), launch()])
  city = cityAt(port, data)
  committee = officer(openApi(`${city.origin}/api/${county}`, 60_000), await city.token('village', village))
  const rows = Array.from({ length: residents }, (_, index) => {
    const kind =
      index === 0 ? ['partyMember', 'partyOrganisation'] : ['resident', index === 1 ? 'committee' : 'localResident']
    return [`票友${index + 1}`, numberOf(index).slice(3), ...kind].join()
  })
  await committee.importCsv(`/villages/${village}/people/import`, ['姓名,手机号,类别,主体类型', ...rows].join('\n'))
  const proposed = await committee.post<{ consultation: Consultation }>('/consultations', {
    ...{ division: village, title: '路灯改造', description: '换成节能灯', matter: 'M5.1', publicInterest: true },
    proposers: [{ kind: 'committee', name: '村委会' }],
  })
  id = proposed.consultation.id
  await committee.command(id, 'register-topic', { party: '书记', committee: '主任' })
  const { people } = await committee.get<{ people: { id: string; class: string; category: string }[] }>(
    `/villages/${village}/people?limit=500`,
  )
  await committee.command(id, 'fix-participants', {
    basis: { nature: '公共事务', interests: '全体', complexity: '一般', scope: '全村' },
    seats: people.map(({ id: person, class: kind, category }) => ({ person, class: kind, category })),
  })
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  await committee.command(id, 'issue-notice', {
    text: '请来商议',
    materials: [{ title: '方案', text: '方案说明' }],
    meeting: { at: inHours(2), place: '会议室' },
    opinionsUntil: inHours(1),
    channels: ['sms', 'website'],
  })
  for (let index = 0; index < residents; index++)
    links.push(
      await eventually(
        'a link',
        async () => /https?:\S+\/r\/\S+/.exec((await messagesOf(city, numberOf(index))).at(-1)?.text ?? '')?.[0],
      ),
    )
  await committee.command(id, 'record-telling', {
    seats: people.map((_, index) => index + 1),
    channel: 'door',
    toldAt: new Date().toISOString(),
    teller: '网格员',
  })
  await committee.command(id, 'choose-forms', { forms: ['online'] })
  for (const title of ['换灯', '选址'])
    await committee.command(id, 'add-item', {
      title,
      aspects: { problem: '暗', manifestation: '', impact: '', cause: '', solution: '改', cautions: '' },
    })
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

/** The ballot arrives; its answer does not. */
async function loseTheAnswer(page: Page): Promise<void> {
  let lost = false
  await page.route('**/ballot', async (route) => {
    if (lost) return route.continue()
    lost = true
    await route.fetch()
    await route.abort('connectionreset')
  })
}

/** Every look comes before one's own ballot is made. @returns what makes it */
async function lookTooEarly(page: Page): Promise<() => Promise<void>> {
  const links = '**/api/*/links/*'
  await page.route(links, async (route) => {
    const response = await route.fetch()
    const { round, ...view } = (await response.json()) as { round: object }
    await route.fulfill({ response, json: { ...view, round: { ...round, ballot: 'preparing' } } })
  })
  return () => page.unroute(links)
}

async function choose(page: Page, choice: '同意' | '不同意'): Promise<void> {
  await page.getByText(choice, { exact: true }).first().click()
  await page.getByRole('button', { name: '请核对' }).click()
  await page.getByRole('button', { name: '确认提交' }).click()
}

describe.each([
  ['named', 1],
  ['secret', 2],
] as const)('a resident whose answer is lost, in a %s round', (secrecy, item) => {
  it('P6a: and who changes the choice is told that the first ballot counts, and it does', async () => {
    const opened = await committee.command(id, 'open-round', { method: 'online', secrecy, items: [item] })
    const round = opened.rounds.length
    const changes = await visitor(browser, phone)
    await changes.page.goto(links[2] ?? '')
    await loseTheAnswer(changes.page)
    await changes.page.getByText(secrecy === 'secret' ? '无记名投票：' : '记名投票：').waitFor()
    await lookAt(changes.page, `ballot-${secrecy}-phone`)
    await choose(changes.page, '同意')
    await changes.page.getByRole('alert').waitFor()
    await changes.page.getByRole('button', { name: '返回修改' }).click()
    await choose(changes.page, '不同意')
    await changes.page.getByText('您之前提交的一张选票已经收到，以那一张为准').waitFor()
    await lookAt(changes.page, `ballot-before-${secrecy}-phone`)
    await changes.close()

    const repeats = await visitor(browser, phone)
    await repeats.page.goto(links[3] ?? '')
    await loseTheAnswer(repeats.page)
    await choose(repeats.page, '同意')
    await repeats.page.getByRole('alert').waitFor()
    await repeats.page.getByRole('button', { name: '确认提交' }).click()
    await repeats.page.getByText('您的投票已收到').waitFor()
    expect(await repeats.page.getByText('以那一张为准').count()).toBe(0)
    await repeats.close()

    const third = await visitor(browser, phone)
    const made = await lookTooEarly(third.page)
    await third.page.goto(links[4] ?? '')
    await third.page.getByText('您的选票正在准备').waitFor()
    expect(await third.page.getByRole('button', { name: '请核对' }).count()).toBe(0)
    await lookAt(third.page, 'ballot-preparing-phone')
    await made()
    await choose(third.page, '同意')
    await third.page.getByText('您的投票已收到').waitFor()
    await third.close()

    await eventually('three to be counted in the turnout', async () => {
      const { rounds } = await committee.get<{ rounds: { round: number; count: number }[] }>(
        `/consultations/${id}/turnout`,
      )
      return rounds.find((one) => one.round === round && one.count === 3)
    })
    await committee.command(id, 'close-round', { round })
    const state = await countedRound(committee, id, round)
    expect(state.rounds[round - 1]?.tally?.items).toMatchObject([{ item, yes: 3, no: 0, abstain: 0 }])
  })
})
