import { participantClasses, type SeatRecord } from '@xieshang/rules'
import type { RecordInput } from '../input.ts'
import { chineseDate } from '../time.ts'
import { type Block, heading, paragraph, table } from './blocks.ts'

/** P6b: what each seat was when each round closed: listed, voting, told, present, voted. */
function seatsOfRounds({ rounds, seats }: RecordInput): Block[] {
  const bySeat = [...rounds.values()].map((records) => new Map(records.map((record) => [record.seat, record])))
  const said = (one: SeatRecord | undefined) =>
    one === undefined
      ? ''
      : [one.told ? '已告知' : '未告知', one.present ? '出席' : '缺席', ...(one.voted ? ['投票'] : [])].join('、')
  if (rounds.size === 0) return []
  return [
    { kind: 'pageBreak' },
    heading('附件二　表决席位情况'),
    paragraph('举手表决按人数计票，不记名到席位。'),
    table(
      ['席位', '姓名', '表决权', ...[...rounds.keys()].map((round) => `第${round}轮`)],
      seats.map((seat) => [
        String(seat.seat),
        seat.name,
        seat.votes ? '有' : '列席',
        ...bySeat.map((records) => said(records.get(seat.seat))),
      ]),
    ),
  ]
}

/** Signatures, the sign-in sheet, and the seats of every round. */
export function annex(input: RecordInput): Block[] {
  const { seats, at } = input
  return [
    paragraph('', '主持人（签名）：'),
    paragraph('', '记录人（签名）：'),
    paragraph('', '村（社区）党组织（盖章）：'),
    paragraph('', '村（居）民委员会（盖章）：'),
    paragraph(chineseDate(at)),
    { kind: 'pageBreak' },
    heading('附件一　协商签到表'),
    table(
      ['席位', '姓名', '主体类型', '签名'],
      seats.map((seat) => [String(seat.seat), seat.name, participantClasses[seat.class].label.zh, '']),
    ),
    ...seatsOfRounds(input),
  ]
}
