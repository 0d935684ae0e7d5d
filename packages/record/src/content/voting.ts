import { choices, noSeats, type Round, type Share, secrecies, sizeOf, votingMethods } from '@xieshang/rules'
import type { RecordInput } from '../input.ts'
import { chineseTime } from '../time.ts'
import { type Block, heading, numerals, paragraph, results, subheading, table } from './blocks.ts'

const share = ({ needs, of }: Share) => `${numerals[of - 1] ?? of}分之${numerals[needs - 1] ?? needs}`

/** P6: the rule in force, and every round counted under it. */
export function voting(input: RecordInput): Block[] {
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

function votingRound(round: Round, { seats, rounds }: RecordInput): Block[] {
  const records = rounds.get(round.round) ?? []
  const { tally } = round
  const entered = round.entry ?? round.papers
  const onPaper = sizeOf(round.paper ?? noSeats)
  const named = records.filter((record) => record.choices !== undefined)
  const names = new Map(seats.map(({ seat, name }) => [seat, name]))
  const nameOf = (seat: number) => names.get(seat) ?? String(seat)
  const choiceOf = (seat: (typeof records)[number], item: number) => {
    const choice = seat.choices?.find((one) => one.item === item)?.choice
    return choice === undefined ? '' : choices[choice].zh
  }
  return [
    subheading(`第${round.round}轮　${votingMethods[round.method].zh}（${secrecies[round.secrecy].zh}）`),
    paragraph(
      `${chineseTime(round.at)}开始${round.closedAt === undefined ? '' : `，${chineseTime(round.closedAt)}结束`}，表决第${round.items.join('、')}条${onPaper > 0 && round.method === 'online' ? `，其中${onPaper}席使用纸质票` : ''}。`,
    ),
    ...(entered === undefined || round.confirmedBy === undefined
      ? []
      : [paragraph(`${entered.by.name}录入，${round.confirmedBy.name}复核。`, '票数：')]),
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
          paragraph('如下：', '各席位的选择'),
          table(
            ['姓名', ...round.items.map((item) => `第${item}条`)],
            named.map((record) => [nameOf(record.seat), ...round.items.map((item) => choiceOf(record, item))]),
          ),
        ]),
  ]
}
