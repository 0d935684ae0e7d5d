import { participantClasses } from '@xieshang/rules'
import type { RecordInput } from '../input.ts'
import { chineseDate } from '../time.ts'
import { type Block, heading, paragraph, subheading, table } from './blocks.ts'

/** P6b: what each seat was when a round closed: listed, voting, told, present, voted. */
function seatsOfRounds({ events, seats }: RecordInput): Block[] {
  const tick = (holds: boolean) => (holds ? '是' : '否')
  return events.flatMap((event) =>
    event.type === 'RoundClosed'
      ? [
          subheading(`第${event.data.round}轮表决席位情况`),
          table(
            ['席位', '姓名', '表决权', '已告知', '出席', '投票'],
            event.data.seats.map((one) => [
              String(one.seat),
              seats.find(({ seat }) => seat === one.seat)?.name ?? '',
              one.voting ? '有' : '列席',
              tick(one.told),
              tick(one.present),
              // Hands are counted, not written down by name.
              one.voted ? '是' : '',
            ]),
          ),
        ]
      : [],
  )
}

/** Signatures, the sign-in sheet, and the seats of every round. */
export function annex(input: RecordInput): Block[] {
  const { seats, at } = input
  const rounds = seatsOfRounds(input)
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
    ...(rounds.length === 0 ? [] : [{ kind: 'pageBreak' } as const, heading('附件二　表决席位情况'), ...rounds]),
  ]
}
