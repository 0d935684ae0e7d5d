import {
  aspects,
  channels,
  choices,
  filingBodies,
  findMatter,
  forms,
  type Item,
  keysOf,
  participantCategories,
  participantClasses,
  participantGroups,
  proposerKinds,
  type Round,
  relations,
  type Session,
  type Share,
  secrecies,
  sessionKinds,
  votingMethods,
} from '@xieshang/rules'
import type { RecordInput, RecordSeat } from './input.ts'
import { chineseDate, chineseTime } from './time.ts'

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'pageBreak' }

/** The content of the record, before anybody decides how it looks. */
export type RecordContent = { readonly title: readonly string[]; readonly blocks: readonly Block[] }

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text })
const subheading = (text: string): Block => ({ kind: 'heading', level: 2, text })
const paragraph = (text: string, lead?: string): Block => ({
  kind: 'paragraph',
  text,
  ...(lead !== undefined && { lead }),
})
const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({ kind: 'table', head, rows })

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四']
const joined = (names: readonly string[]) => (names.length === 0 ? '无' : names.join('、'))
const results = { passed: '通过', failed: '未通过', noQuorum: '人数不足，未形成结果' } as const
const namesOf = (seats: readonly RecordSeat[], numbers: readonly number[]) =>
  joined(seats.filter(({ seat }) => numbers.includes(seat)).map(({ name }) => name))

const share = ({ needs, of }: Share) => `${numerals[of - 1] ?? of}分之${numerals[needs - 1] ?? needs}`

function topic({ consultation: { topic, proposed, registered, returned } }: RecordInput): Block[] {
  const matter = findMatter(topic.matter)
  const relation = matter === undefined ? '' : `${relations[matter.relation].zh}——`
  return [
    heading('议题的提出与备案'),
    paragraph(topic.title, '议题：'),
    paragraph(topic.description, '说明：'),
    paragraph(joined(topic.proposers.map(({ kind, name }) => `${name}（${proposerKinds[kind].zh}）`)), '提出主体：'),
    paragraph(
      `${relation}${matter?.label.zh ?? topic.matter}（目录编号${topic.matter}，${topic.catalogueVersion}版）`,
      '协商事项：',
    ),
    paragraph(`${chineseTime(proposed.at)}，经办人${proposed.by.name}`, '提出时间：'),
    ...(returned === undefined
      ? []
      : [paragraph(`${chineseTime(returned.at)}退回，理由：${returned.reason}`, '曾经退回：')]),
    ...(registered === undefined
      ? []
      : [
          paragraph(
            `${chineseTime(registered.at)}，村（社区）党组织${registered.party}、村（居）民委员会${registered.committee}备案`,
            '备案：',
          ),
        ]),
  ]
}

function participants({ consultation: { list }, seats }: RecordInput): Block[] {
  if (list === undefined) return []
  const { basis, composition } = list
  const groups = keysOf(participantGroups).map((group) => `${participantGroups[group].zh}${composition[group]}人`)
  return [
    heading('协商主体'),
    paragraph(
      `根据依法、属地、合理的原则，于${chineseTime(list.at)}确定协商主体${list.listed}人，其中有表决权${list.listed - list.nonVoting.length}人，列席（不参加表决）${list.nonVoting.length}人，居民${list.residents}人。`,
    ),
    paragraph(
      `议题性质：${basis.nature}；利益关系：${basis.interests}；复杂程度：${basis.complexity}；影响范围：${basis.scope}。`,
      '确定依据：',
    ),
    paragraph(`${groups.join('，')}。`, '构成：'),
    table(
      ['席位', '姓名', '代表类别', '主体类型', '表决权'],
      seats.map((seat) => [
        String(seat.seat),
        seat.name,
        participantCategories[seat.category].label.zh,
        participantClasses[seat.class].label.zh,
        seat.votes ? '有' : '列席',
      ]),
    ),
  ]
}

function telling({ consultation: { notices, tellings }, seats, opinions }: RecordInput): Block[] {
  if (notices.length === 0) return []
  const recorded = (seat: number) => tellings.find((one) => one.seats.includes(seat))
  const row = (seat: RecordSeat): string[] => {
    const own = recorded(seat.seat)
    if (seat.told !== undefined) {
      const channel = channels[seat.told.channel as keyof typeof channels]
      return [String(seat.seat), seat.name, channel.label.zh, chineseTime(seat.told.at), '系统']
    }
    return own === undefined
      ? [String(seat.seat), seat.name, '未告知', '', '']
      : [String(seat.seat), seat.name, channels[own.channel].label.zh, chineseTime(own.toldAt), own.teller]
  }
  return [
    heading('告知与征求意见'),
    ...notices.flatMap((notice) => [
      paragraph(
        `${chineseTime(notice.at)}通过${joined(notice.channels.map((channel) => channels[channel].label.zh))}发出告知，定于${chineseTime(notice.meeting.at)}在${notice.meeting.place}协商，意见征求至${chineseTime(notice.opinionsUntil)}。`,
      ),
      paragraph(notice.text, '告知内容：'),
      paragraph(joined(notice.materials.map(({ title }) => `《${title}》`)), '所附材料：'),
    ]),
    table(['席位', '姓名', '告知渠道', '告知时间', '告知人'], seats.map(row)),
    paragraph(
      opinions.length === 0 ? '征求意见期间没有收到意见。' : `征求意见期间收到意见${opinions.length}条，如下：`,
    ),
    ...(opinions.length === 0
      ? []
      : [
          table(
            ['提出人', '意见', '答复'],
            opinions.map((one) => [one.name, one.text, one.answer?.text ?? '未答复']),
          ),
        ]),
  ]
}

function sittings(input: RecordInput): Block[] {
  const { consultation, seats } = input
  if (consultation.sessions.length === 0) return []
  return [
    heading('协商形式与会议'),
    paragraph(`${joined(consultation.forms.map((form) => forms[form].zh))}。`, '协商形式：'),
    ...consultation.sessions.flatMap((session) => sitting(session, consultation.list?.nonVoting ?? [], seats)),
  ]
}

function sitting(session: Session, nonVoting: readonly number[], seats: readonly RecordSeat[]): Block[] {
  const all = seats.map(({ seat }) => seat)
  const absent = all.filter((seat) => !session.present.includes(seat))
  const until = session.closedAt === undefined ? '' : `至${chineseTime(session.closedAt)}`
  return [
    subheading(`第${session.session}次会议：${sessionKinds[session.kind].zh}`),
    paragraph(`${chineseTime(session.at)}${until}`, '时间：'),
    paragraph(session.place, '地点：'),
    paragraph(session.host, '主持：'),
    paragraph(session.recorder, '记录：'),
    paragraph(`应到${all.length}人，实到${session.present.length}人。`),
    paragraph(
      namesOf(
        seats,
        session.present.filter((seat) => !nonVoting.includes(seat)),
      ),
      '出席：',
    ),
    paragraph(
      namesOf(
        seats,
        session.present.filter((seat) => nonVoting.includes(seat)),
      ),
      '列席：',
    ),
    paragraph(namesOf(seats, absent), '请假、缺席：'),
  ]
}

function deliberation({ consultation: { items }, events }: RecordInput): Block[] {
  const revisions = (item: Item) =>
    events.flatMap((event) =>
      event.type === 'ItemRevised' && event.data.item === item.item
        ? [`${chineseTime(event.at)}补充完善为“${event.data.title}”`]
        : [],
    )
  return [
    heading('商讨内容'),
    ...items.flatMap((item) => [
      subheading(`第${item.item}条　${item.title}`),
      ...keysOf(aspects).map((aspect) =>
        paragraph(item.aspects[aspect] === '' ? '（未填写）' : item.aspects[aspect], `${aspects[aspect].zh}：`),
      ),
      ...item.discussions.map((one) => paragraph(one.text, `第${one.session}次会议讨论：`)),
      ...(revisions(item).length === 0 ? [] : [paragraph(`${revisions(item).join('；')}。`, '修改经过：')]),
    ]),
  ]
}

function voting(input: RecordInput): Block[] {
  const { consultation } = input
  const { quorum, majority, majorityBase } = consultation.parameters
  const base = majorityBase === 'attended' ? '到会的有表决权人数' : '名单上有表决权的人数'
  return [
    heading('表决'),
    paragraph(
      `名单上的协商主体${share(quorum)}以上出席方可表决，出席按名单上的全部席位计算，列席人员计入出席；同意票超过${base}的${share(majority)}的为通过，弃权和到会未投票的计入该人数，列席人员不计入；网上投票的视为出席。逐条表决。`,
      '表决规则：',
    ),
    ...consultation.rounds.flatMap((round) => votingRound(round, input)),
  ]
}

function votingRound(round: Round, { seats, events }: RecordInput): Block[] {
  const closed = events.find((event) => event.type === 'RoundClosed' && event.data.round === round.round)
  const records = closed?.type === 'RoundClosed' ? closed.data.seats : []
  const { tally } = round
  const named = records.filter((record) => record.choices !== undefined)
  const nameOf = (seat: number) => seats.find((one) => one.seat === seat)?.name ?? String(seat)
  const choiceOf = (seat: (typeof records)[number], item: number) => {
    const choice = seat.choices?.find((one) => one.item === item)?.choice
    return choice === undefined ? '' : choices[choice].zh
  }
  return [
    subheading(`第${round.round}轮　${votingMethods[round.method].zh}（${secrecies[round.secrecy].zh}）`),
    paragraph(
      `${chineseTime(round.at)}开始${round.closedAt === undefined ? '' : `，${chineseTime(round.closedAt)}结束`}，表决第${round.items.join('、')}条。`,
    ),
    ...(round.entry === undefined || round.confirmedBy === undefined
      ? []
      : [paragraph(`${round.entry.by.name}录入，${round.confirmedBy.name}复核。`, '票数：')]),
    ...(tally === undefined
      ? []
      : [
          paragraph(
            `应到${tally.listed}人，出席${tally.attended}人，须出席${tally.quorumNeeded}人，${tally.quorate ? '符合' : '不符合'}出席人数规定；到会有表决权${tally.attendedVoting}人，计票基数${tally.base}人。`,
          ),
          table(
            ['条', '同意', '不同意', '弃权', '基数', '结果'],
            tally.items.map((one) => [
              String(one.item),
              String(one.yes),
              String(one.no),
              String(one.abstain),
              String(one.base),
              results[one.result],
            ]),
          ),
        ]),
    ...(named.length === 0
      ? []
      : [
          table(
            ['姓名', ...round.items.map((item) => `第${item}条`)],
            named.map((record) => [nameOf(record.seat), ...round.items.map((item) => choiceOf(record, item))]),
          ),
        ]),
  ]
}

function outcome({ consultation }: RecordInput): Block[] {
  const { items, filings, publications, exceptions } = consultation
  const word = { open: '尚无结果', passed: '通过', failed: '未通过' } as const
  return [
    heading('协商成果'),
    ...items.map((item) => paragraph(`${item.title}——${word[item.status]}。`, `第${item.item}条：`)),
    heading('例外情况'),
    ...(exceptions.length === 0
      ? [paragraph('无。')]
      : exceptions.map((one) =>
          paragraph(`${one.reason}（${one.by.name}，${chineseTime(one.at)}）`, `条款${one.clause}：`),
        )),
    ...(filings.length === 0 && publications.length === 0 ? [] : [heading('备案与公示')]),
    ...filings.map((one) =>
      paragraph(
        `${chineseTime(one.at)}向${joined(one.bodies.map(({ body, name }) => `${name}（${filingBodies[body].zh}）`))}备案，经办人${one.by.name}。`,
      ),
    ),
    ...publications.map((one) =>
      paragraph(
        `${chineseDate(one.from)}至${chineseDate(one.until)}通过${joined(one.channels.map((channel) => channels[channel].label.zh))}公示。公示内容：${one.text}`,
      ),
    ),
  ]
}

function signatures({ seats, at }: RecordInput): Block[] {
  return [
    paragraph('', '主持人（签名）：'),
    paragraph('', '记录人（签名）：'),
    paragraph('', '村（社区）党组织（盖章）：'),
    paragraph('', '村（居）民委员会（盖章）：'),
    paragraph(chineseDate(at)),
    { kind: 'pageBreak' },
    heading('附件　协商签到表'),
    table(
      ['席位', '姓名', '主体类型', '签名'],
      seats.map((seat) => [String(seat.seat), seat.name, participantClasses[seat.class].label.zh, '']),
    ),
  ]
}

/** The record from the topic to the publication, in the order of the procedure; sections are numbered in Chinese. */
export function recordContent(input: RecordInput): RecordContent {
  const village = input.place.at(-1) ?? ''
  const sections = [topic, participants, telling, sittings, deliberation, voting, outcome].flatMap((section) =>
    section(input),
  )
  let number = 0
  const numbered = sections.map(
    (block): Block =>
      block.kind === 'heading' && block.level === 1
        ? { ...block, text: `${numerals[number++]}、${block.text}` }
        : block,
  )
  return {
    title: [village, `关于“${input.consultation.topic.title}”的协商记录`],
    blocks: [
      paragraph(`${input.place.join('')}　　编号：${input.consultation.id}`),
      paragraph('', ''),
      ...numbered,
      ...signatures(input),
    ].filter((block) => block.kind !== 'paragraph' || block.text !== '' || (block.lead ?? '') !== ''),
  }
}
