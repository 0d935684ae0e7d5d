import { type Choice, type Consultation, type Figures, shapeText } from '@xieshang/rules'
import { type Api, newKey, officer, openApi } from './api.ts'
import { type Case, type CaseItem, type Villager, villagersOf } from './cases.ts'
import { type City, countedRound, eventually, messagesOf, type Sms } from './city.ts'
import type { DeskClock } from './deskClock.ts'
import { everySeat } from './seats.ts'

export type Walk = {
  readonly city: City
  readonly clock: DeskClock
  readonly village: { readonly code: string; readonly name: string }
  readonly case: Case
  /** Two digits that keep this village's phones apart. */
  readonly series: string
  /** Whether online rounds have an end and are left to it, instead of being closed by an officer. */
  readonly untilTheirEnd?: boolean
  readonly say: (line: string) => void
}

export type Walked = {
  readonly consultation: Consultation
  readonly figures: Figures
  readonly received: readonly { readonly name: string; readonly phone: string; readonly messages: readonly Sms[] }[]
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** What a killed sender held is given to another only after a while. */
const silenceMs = 240_000

/** The vote that the n-th voter casts so that the item ends up with its numbers. */
function choiceOf(item: CaseItem, voter: number): Choice {
  const [yes, no] = item.votes
  return voter < yes ? 'yes' : voter < yes + no ? 'no' : 'abstain'
}

/** The personal link in the latest message that holds one. */
const linkIn = (messages: readonly Sms[]): string | undefined =>
  messages.map(({ text }) => /\/r\/\d{6}\/([A-Za-z0-9_-]+)/.exec(text)?.[1]).findLast((token) => token !== undefined)

/** One consultation from the topic to its publication, over the public API alone. */
export async function walk(given: Walk): Promise<Walked> {
  try {
    return await wayOf(given)
  } finally {
    given.clock.leave()
  }
}

async function wayOf({ city, clock, village, case: one, series, untilTheirEnd, say }: Walk): Promise<Walked> {
  const county = village.code.slice(0, 6)
  const api: Api = openApi(`${city.origin}/api/${county}`, city.patienceMs)
  let first = officer(api, await city.token('village', village.code, 1))
  let second = officer(api, await city.token('village', village.code, 2))
  const villagers = villagersOf(one, series)

  const csv = [
    '姓名,手机号,类别,主体类型',
    ...villagers.map((v) => [v.name, v.phone ?? '', v.category, v.class].join(',')),
  ].join('\n')
  const imported = await first.importCsv<{ done: number; rejected: unknown[] }>(
    `/villages/${village.code}/people/import`,
    csv,
  )
  say(`名册导入：登记${imported.done}人，退回${imported.rejected.length}行`)

  const proposed = await first.post<{ consultation: Consultation }>('/consultations', {
    division: village.code,
    title: one.title,
    description: one.description,
    matter: one.matter,
    publicInterest: true,
    proposers: [{ kind: 'committee', name: `${village.name}（居）民委员会` }],
  })
  const { id } = proposed.consultation
  say(`提出议题“${one.title}”（P1a）`)
  await first.command(id, 'register-topic', { party: '党组织书记', committee: '委员会主任' })
  say('党组织和村（居）委会备案（P1b）')

  const { people } = await first.get<{ people: { id: string; name: string; class: string; category: string }[] }>(
    `/villages/${village.code}/people?limit=500`,
  )
  const listed = villagers.map((villager) => {
    const person = people.find((p) => p.name === villager.name && p.class === villager.class)
    if (person === undefined) throw new Error(`${villager.name} is not on the register`)
    return { person: person.id, category: villager.category, class: villager.class }
  })
  await first.command(id, 'fix-participants', {
    basis: { nature: '公共事务', interests: '全体居民', complexity: '一般', scope: '全村（社区）' },
    seats: listed,
  })
  say(`确定协商主体${listed.length}人，居民占多数（P2a、S1）`)

  const noticed = await clock.now()
  const inDays = (days: number) => new Date(noticed.getTime() + days * day)
  const meeting = { at: inDays(3.5).toISOString(), place: '便民服务中心二楼会议室' }
  const notice = {
    text: one.description,
    materials: [{ title: '方案说明', text: one.items.map((item) => `${item.title}：${item.solution}`).join('\n') }],
    meeting,
    opinionsUntil: inDays(3).toISOString(),
    channels: ['sms', 'website'],
  }
  await first.command(id, 'issue-notice', notice)
  say('发出告知：短信、网站（P3a、P3b）')

  const phones = villagers.flatMap((villager) =>
    villager.phone === undefined ? [] : [{ ...villager, phone: villager.phone }],
  )
  const before = new Map<string, string>()
  for (const villager of phones) {
    // Of an SMS that a killed sender was at nobody knows: its seat is on the list, and the notice is given again.
    const heard = await eventually(
      `the notice on ${villager.name}'s phone`,
      async () => {
        const link = await newestLink(city, villager, before)
        if (link !== undefined) return { link }
        const { seats, doorToDoor } = await everySeat(first, id)
        return doorToDoor.some((number) => seats[number - 1]?.name === villager.name) ? {} : undefined
      },
      silenceMs,
    )
    if (heard.link === undefined) {
      await first.command(id, 'issue-notice', notice)
      say(`${villager.name}的短信是否发出不能确定，再发一次告知`)
    }
    const link =
      heard.link ??
      (await eventually(`the notice on ${villager.name}'s phone`, () => newestLink(city, villager, before), silenceMs))
    before.set(villager.name, link)
  }
  say(`${phones.length}人收到短信，点开各自的链接`)
  await resident(api, before, phones)

  const { seats, doorToDoor } = await everySeat(first, id)
  if (doorToDoor.length > 0) {
    await first.post(`/consultations/${id}/record-telling`, {
      seats: doorToDoor,
      channel: 'door',
      toldAt: (await clock.now()).toISOString(),
      teller: '网格员',
      note: '当面告知并送达材料',
    })
    say(`入户告知${doorToDoor.length}人（P3a、S2）`)
  }

  const { opinions } = await first.get<{ opinions: { id: string; name: string }[] }>(`/consultations/${id}/opinions`)
  for (const opinion of opinions)
    await first.post(`/consultations/${id}/answer-opinion`, { opinion: opinion.id, text: '已收到，将在会上一并商议。' })
  say(`收到意见${opinions.length}条，逐条答复（P3b）`)

  await first.command(id, 'choose-forms', { forms: one.method === 'online' ? ['meeting', 'online'] : ['meeting'] })
  for (const item of one.items)
    await first.command(id, 'add-item', {
      title: item.title,
      aspects: {
        problem: item.problem,
        manifestation: '居民多次反映',
        impact: '影响日常生活',
        cause: '历史遗留，缺少统一规划',
        solution: item.solution,
        cautions: '施工期间注意安全，提前告知',
      },
    })
  say(`确定形式（P4），列出${one.items.length}条，每条六个方面（P5a）`)

  await clock.waitUntil(inDays(3.5))
  city.renew?.()
  first = officer(api, await city.token('village', village.code, 1))
  second = officer(api, await city.token('village', village.code, 2))
  say(`时钟拨到会议时间：${meetingTime(meeting.at)}，征求意见期已满（P3b）`)

  let state = await first.command(id, 'open-session', {
    kind: 'council',
    place: meeting.place,
    host: '委员会主任',
    recorder: '文书',
  })
  const session = state.sessions.length
  await first.command(id, 'take-attendance', { session, present: seats.map(({ seat }) => seat) })
  say(`民主议事会开始，应到${listed.length}人，实到${listed.length}人（P6b）`)
  for (const { item } of state.items)
    await first.command(id, 'record-discussion', { session, item, text: '与会人员逐条发表意见，形成下述方案。' })

  state = await vote(one.items)
  if (one.again !== undefined) {
    const failed = state.items.filter((item) => item.status === 'failed')
    for (const [index, item] of failed.entries()) {
      const revised = one.again[index]
      if (revised === undefined) continue
      await first.command(id, 'revise-item', {
        item: item.item,
        title: revised.title,
        aspects: { ...item.aspects, problem: revised.problem, solution: revised.solution },
      })
    }
    say(`有异议的${failed.length}条补充完善后再次表决（P5b）`)
    state = await vote(one.again)
  }

  await first.command(id, 'close-session', { session })
  await first.command(id, 'file-record', { bodies: [{ body: 'township', name: '乡镇人民政府（街道办事处）' }] })
  const record = await api.raw({
    method: 'GET',
    path: `/consultations/${id}/record.docx`,
    token: await city.token('village', village.code, 1),
  })
  if (!record.ok) throw new Error(`The record answered ${record.status}`)
  say(`成果备案，协商记录 Word 文档 ${(await record.arrayBuffer()).byteLength} 字节（P7）`)
  state = await first.command(id, 'publish-outcome', {
    channels: ['website', 'sms'],
    text: '协商成果如下，请大家监督。',
  })
  say('公示协商成果（P8）')

  const figures = await onTheDashboard(city, id, village.code)
  const received = []
  for (const villager of phones) {
    const wanted =
      state.rounds.filter((round) => round.method === 'online').length * (villager.class === 'expert' ? 0 : 1) + 2
    const messages = await eventually(`${wanted} messages on ${villager.name}'s phone`, async () => {
      const all = (await messagesOf(city, `+86${villager.phone}`)).filter(({ text }) =>
        text.includes(before.get(villager.name) ?? ' '),
      )
      return all.length >= wanted ? all : undefined
    })
    received.push({ name: villager.name, phone: villager.phone, messages })
  }
  return { consultation: state, figures, received }

  /** A round on the items still open: by two officers counting hands, or by every voter on their own phone. */
  async function vote(items: readonly CaseItem[]): Promise<Consultation> {
    const current = await first.get<{ consultation: Consultation }>(`/consultations/${id}`)
    const open = current.consultation.items.filter((item) => item.status === 'open').map((item) => item.item)
    const end = untilTheirEnd === true ? new Date((await clock.now()).getTime() + 2 * hour) : undefined
    const opened = await first.command(id, 'open-round', {
      ...{ method: one.method, secrecy: one.secrecy, items: open },
      ...(end !== undefined && { closesAt: end.toISOString() }),
    })
    const round = opened.rounds.length
    const voters = seats.filter((seat) => seat.votes)
    if (one.method === 'hands') {
      const counts = open.map((item, index) => {
        const [yes, no, abstain] = items[index]?.votes ?? [0, 0, 0]
        return { item, yes, no, abstain }
      })
      await first.command(id, 'enter-hands', { round, counts })
      const counted = await second.command(id, 'confirm-hands', { round, counts })
      say(`第${round}轮举手表决，经办人1录入、经办人2复核：${resultLine(counted)}（P6a–P6c）`)
      return counted
    }
    const voting = voters.flatMap((seat, index) => {
      const token = before.get(seat.name)
      return token === undefined ? [] : [{ token, index }]
    })
    await Promise.all(
      voting.map(({ token, index }) =>
        api.send({
          method: 'POST',
          path: `/links/${token}/ballot`,
          headers: { 'idempotency-key': newKey() },
          body: {
            round,
            shape: shapeText(opened.rounds[round - 1] ?? { items: open }),
            choices: open.map((item, at) => ({
              item,
              choice: choiceOf(items[at] ?? { title: '', problem: '', solution: '', votes: [0, 0, 0] }, index),
            })),
          },
        }),
      ),
    )
    if (end === undefined) await first.command(id, 'close-round', { round })
    // The minute hand comes after the end.
    else await clock.waitUntil(new Date(end.getTime() + 2 * minute))
    const counted = await countedRound(first, id, round)
    say(`第${round}轮网上投票，${voting.length}人投票：${resultLine(counted)}（P6a–P6c）`)
    return counted
  }
}

/** A link in a message that the villager did not have before. */
async function newestLink(
  city: City,
  villager: { readonly name: string; readonly phone: string },
  before: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const link = linkIn(await messagesOf(city, `+86${villager.phone}`))
  return link === before.get(villager.name) ? undefined : link
}

/** Residents read the notice, say whether they come, and every fourth leaves an opinion. */
async function resident(api: Api, links: ReadonlyMap<string, string>, villagers: readonly Villager[]): Promise<void> {
  for (const [index, villager] of villagers.entries()) {
    const path = `/links/${links.get(villager.name)}`
    const view = await api.send<{ seat: { name: string } }>({ method: 'GET', path })
    if (view.seat.name !== villager.name) throw new Error(`${villager.name} got the link of ${view.seat.name}`)
    await api.send({ method: 'PUT', path: `${path}/reply`, body: { coming: true } })
    if (index % 4 === 0)
      await api.send({
        method: 'POST',
        path: `${path}/opinions`,
        headers: { 'idempotency-key': newKey() },
        body: { text: '支持改造，希望尽快动工，也请照顾老人出行。' },
      })
  }
}

const meetingTime = (at: string) =>
  new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })

const resultLine = (state: Consultation): string => {
  const tally = state.rounds.at(-1)?.tally
  const word = { passed: '通过', failed: '未通过', noQuorum: '人数不足', tooFew: '选票过少，未开封' }
  return (tally?.items ?? []).map((i) => `第${i.item}条 ${i.yes}:${i.no}:${i.abstain} ${word[i.result]}`).join('，')
}

/** The consultation on the city's dashboard once it shows the publication. */
async function onTheDashboard(city: City, id: string, village: string): Promise<Figures> {
  const api = openApi(`${city.origin}/api/city`, city.patienceMs)
  const clerk = officer(api, await city.token('city', village.slice(0, 4)))
  await eventually(`the publication of ${id} on the dashboard`, async () => {
    const detail = await clerk.get<{ consultations: { id: string; adds: number }[] }>(`/figures/${village}/published`)
    return detail.consultations.find((one) => one.id === id && one.adds === 1)
  })
  const { figures } = await clerk.get<{ figures: Figures }>(`/dashboard/${village}`)
  return figures
}
