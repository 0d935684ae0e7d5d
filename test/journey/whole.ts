import {
  type Choice,
  type CommandType,
  type Consultation,
  type Dissent,
  defaultMajorSteps,
  shapeText,
} from '@xieshang/rules'
import { commandPath } from '@xieshang/rules/deciding'
import { newKey, officer, openApi } from './api.ts'
import { type City, countedRound, eventually, messagesOf } from './city.ts'
import { allChannels, connectAccount, putUp, review, stillOwed } from './putUp.ts'
import { everySeat } from './seats.ts'
import { type WholeItem, wholeCase, wholeList } from './wholeCase.ts'

export type WholeWalk = {
  readonly city: City
  readonly village: { readonly code: string; readonly name: string }
  readonly say: (line: string) => void
  /** Comes back when the publication, which is up until an instant, is over: only then a case ends (P8). */
  readonly publicationOver: (until: Date) => Promise<void>
}

const hour = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString()
/** A day as the calendar of the place has it, so many days from now. */
const dayFromNow = (days: number) => new Date(Date.now() + (8 + days * 24) * hour).toISOString().slice(0, 10)

const linkIn = (text: string) => /\/r\/\d{6}\/([A-Za-z0-9_-]+)/.exec(text)?.[1]

/** The vote of the n-th voter so that an item comes to its numbers. */
const choiceOf = ([yes, no]: WholeItem['votes'], voter: number): Choice =>
  voter < yes ? 'yes' : voter < yes + no ? 'no' : 'abstain'

/**
 * A major matter of a village with 60 seats and six items: two rounds, the representatives, five deliberations and two
 * publications, three tasks, every duty met, from the topic to the archive; over the public API alone.
 */
export async function wholeWay({ city, village, say, publicationOver }: WholeWalk): Promise<Consultation> {
  const county = village.code.slice(0, 6)
  const api = openApi(`${city.origin}/api/${county}`, city.patienceMs)
  const first = officer(api, await city.token('village', village.code, 1))
  const second = officer(api, await city.token('village', village.code, 2))
  const township = officer(api, await city.token('township', village.code.slice(0, 9)))
  const supervisor = officer(api, await city.token('supervisor', village.code))

  await connectAccount(officer(api, await city.token('county', county)))

  const lines = wholeList.map((one) => [one.name, one.phone ?? '', one.category, one.class].join(','))
  await first.importCsv(`/villages/${village.code}/people/import`, ['姓名,手机号,类别,主体类型', ...lines].join('\n'))
  const { people } = await first.get<{ people: { id: string; name: string }[] }>(
    `/villages/${village.code}/people?limit=500`,
  )
  const { title, description, matter } = wholeCase
  const proposed = await first.post<{ consultation: Consultation }>('/consultations', {
    ...{ division: village.code, title, description, matter, publicInterest: true },
    proposers: [
      { kind: 'partyOrganisation', name: `${village.name}党组织` },
      { kind: 'committee', name: `${village.name}村（居）民委员会` },
    ],
  })
  const { id } = proposed.consultation
  const give = (type: CommandType, body: unknown, by = first) => by.command(id, commandPath(type), body)

  await give('registerTopic', { party: '周建国', committee: '叶志强' })
  await give('fixParticipants', {
    basis: wholeCase.basis,
    seats: wholeList.map((one) => ({
      person: people.find(({ name }) => name === one.name)?.id,
      category: one.category,
      class: one.class,
    })),
  })
  await give('nameSupervisors', { members: ['吴秀英', '蓝国平', '雷小红'] })
  await give('issueNotice', {
    ...wholeCase.notice,
    meeting: { at: inHours(2), place: '村文化礼堂' },
    opinionsUntil: inHours(1),
    channels: [...allChannels],
  })
  await putUp(first, id, 'notice')
  say(`议题备案，协商主体${wholeList.length}人，发出告知`)

  const { seats, doorToDoor } = await everySeat(first, id)
  const links = new Map<number, string>()
  for (const { seat, name } of seats) {
    const phone = wholeList.find((one) => one.name === name)?.phone
    if (phone === undefined) continue
    const token = await eventually(`the notice on ${name}'s phone`, async () =>
      (await messagesOf(city, `+86${phone}`)).map(({ text }) => linkIn(text)).findLast((one) => one !== undefined),
    )
    links.set(seat, token)
    await api.send({ method: 'GET', path: `/links/${token}` })
  }
  await give('recordTelling', {
    seats: doorToDoor,
    channel: 'door',
    toldAt: new Date().toISOString(),
    teller: '网格员程海燕',
    note: '当面告知并送达材料',
  })
  for (const [seat, text] of wholeCase.opinions)
    await api.send({
      method: 'POST',
      path: `/links/${links.get(seat)}/opinions`,
      headers: { 'idempotency-key': newKey() },
      body: { text },
    })
  const { opinions } = await first.get<{ opinions: { id: string }[] }>(`/consultations/${id}/opinions`)
  for (const opinion of opinions) await give('answerOpinion', { opinion: opinion.id, text: '已写入方案，会上说明。' })
  say(`短信告知${links.size}人，入户告知${doorToDoor.length}人，收到并答复意见${opinions.length}条`)

  await give('chooseForms', { forms: ['meeting', 'appraisal', 'online'] })
  for (const item of wholeCase.items) await give('addItem', { title: item.title, aspects: item.aspects })
  await give('openSession', { kind: 'council', place: '村文化礼堂', host: '周建国', recorder: '程海燕' })
  const absent = [57, 58]
  const present = seats.map(({ seat }) => seat).filter((seat) => !absent.includes(seat))
  await give('takeAttendance', { session: 1, present })
  for (const [index, item] of wholeCase.items.entries())
    await give('recordDiscussion', { session: 1, item: index + 1, text: item.discussion })

  const voters = seats.filter(({ votes }) => votes).map(({ seat }) => seat)
  const paper = voters.filter((seat) => !links.has(seat))
  const all = wholeCase.items.map((_, index) => index + 1)
  const opened = await give('openRound', { method: 'online', secrecy: 'named', items: all, paper })
  const choices = (seat: number) =>
    wholeCase.items.map(({ votes, dissent }, index) => {
      const choice = choiceOf(votes, voters.indexOf(seat))
      const first = choice === 'no' && voters.indexOf(seat) === votes[0]
      return { item: index + 1, choice, ...(first && dissent !== undefined && { words: dissent }) }
    })
  const online = voters.filter((seat) => links.has(seat))
  for (const seat of online)
    await api.send({
      method: 'POST',
      path: `/links/${links.get(seat)}/ballot`,
      headers: { 'idempotency-key': newKey() },
      body: { round: 1, shape: shapeText(opened.rounds[0] ?? { items: all }), choices: choices(seat) },
    })
  const papers = { round: 1, ballots: paper.map((seat) => ({ seat, choices: choices(seat) })) }
  await give('enterPapers', papers)
  await give('confirmPapers', papers, second)
  await give('closeRound', { round: 1 })
  let state = await countedRound(first, id, 1)
  say(`第1轮：网上${online.length}票，纸质${paper.length}票，${resultsOf(state)}`)

  const failed = state.items.filter(({ status }) => status === 'failed').map(({ item }) => item)
  for (const item of failed) {
    const again = wholeCase.items[item - 1]?.again
    if (again !== undefined) await give('reviseItem', { item, title: again.title, aspects: again.aspects })
  }
  await give('openRound', { method: 'hands', items: failed })
  const counts = failed.map((item) => {
    const [yes, no, abstain] = wholeCase.items[item - 1]?.again?.votes ?? [0, 0, 0]
    return { item, yes, no, abstain }
  })
  await give('enterHands', { round: 2, counts })
  state = await give('confirmHands', { round: 2, counts }, second)
  await give('closeSession', { session: 1 })
  say(`第2轮举手：${resultsOf(state)}`)

  const disputed = state.items.filter(({ status }) => status === 'failed').map(({ item }) => item)
  await give('escalate', { to: 'representatives', items: disputed, reason: '两轮协商仍有较大争议' })
  await give('recordAssembly', {
    escalation: 1,
    heldOn: dayFromNow(0),
    members: 45,
    attended: 41,
    votes: disputed.map((item) => ({ item, yes: 33, no: 6, abstain: 2 })),
  })
  await give('recordDissent', { item: 3, words: '担心施工期间店铺没有生意', name: '沿街商户' })

  await give('fileRecord', {
    bodies: [
      { body: 'township', name: '乡镇人民政府（街道办事处）' },
      { body: 'department', name: '县农业农村局' },
    ],
  })
  await give('answerFiling', { body: 0, result: 'acknowledged', note: '程序完备，同意备案' }, township)
  await give('answerFiling', { body: 1, result: 'acknowledged', note: '收悉' })
  await give('publishOutcome', { channels: [...allChannels], text: wholeCase.publication })
  await putUp(first, id, 'outcome')
  say('成果备案、公示，单位已答复')

  for (const step of defaultMajorSteps)
    await give('recordMajorStep', {
      step: step.id,
      heldOn: dayFromNow(0),
      note: wholeCase.majorNotes[step.id] ?? '',
      ...(step.quorum !== undefined && { vote: wholeCase.majorVotes[step.id] }),
    })
  for (const task of wholeCase.tasks) await give('addTask', { ...task.task, dueOn: dayFromNow(task.days) })
  await give('waiveTask', { item: 5, reason: '资金已列入村集体预算，没有需要另外落实的事。' })
  for (const [index, task] of wholeCase.tasks.entries()) {
    if ('urge' in task) await give('urgeTask', { task: index + 1, text: task.urge })
    for (const text of task.progress) await give('reportProgress', { task: index + 1, text, done: false })
    await give('reportProgress', { task: index + 1, text: task.result, done: true })
  }
  await give('reportToCommissioner', wholeCase.report)
  await give('recordAnswer', { report: 1, result: 'partly', reason: '排水并入明年全县管网项目，其余同意' })
  state = (await first.get<{ consultation: Consultation }>(`/consultations/${id}`)).consultation
  for (const { dissent } of (await first.get<{ dissents: Dissent[] }>(`/consultations/${id}/dissents`)).dissents)
    await give('explainDissent', { dissent, text: '已上门说明方案调整和施工安排，本人表示理解。' })
  await review(first, village.code, id)
  await give('reportToSupervisors', { text: '三项任务均已完成，资金使用已公示。' })
  await give('remark', { text: '已查看现场和账目，同意办结。' }, supervisor)
  await give('publishProgress', {
    progress: '道路、排水、路灯全部完工',
    problems: '雨季停工九天',
    impact: '沿街商户受影响，已延长摊位使用时间',
  })
  await eventually('every duty to be met', async () => ((await stillOwed(first, id)).length === 0 ? true : undefined))
  const { publications } = (await first.get<{ consultation: Consultation }>(`/consultations/${id}`)).consultation
  await publicationOver(new Date(publications.at(-1)?.until ?? Date.now()))
  const closer = officer(api, await city.token('village', village.code, 1))
  const above = officer(api, await city.token('township', village.code.slice(0, 9)))
  await give('closeCase', { summary: '六条成果全部落实，群众反映的问题均已答复和解释说明。' }, closer)
  state = await give('promoteModel', { reason: '两轮协商、代表会议与五议两公开衔接规范' }, above)
  say(`办结归档，评为典型案例，共${state.version}个事件`)
  return state
}

const resultsOf = (state: Consultation): string => {
  const word = { passed: '通过', failed: '未通过', noQuorum: '人数不足', tooFew: '选票过少，未开封' }
  const items = state.rounds.at(-1)?.tally?.items ?? []
  return items.map((one) => `第${one.item}条${one.yes}:${one.no}:${one.abstain}${word[one.result]}`).join('，')
}
