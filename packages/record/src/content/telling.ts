import { channels, seatsIn } from '@xieshang/rules'
import type { RecordInput, RecordSeat } from '../input.ts'
import { chineseTime, shortTime } from '../time.ts'
import { type Block, heading, joined, paragraph, table } from './blocks.ts'
import { postings } from './postings.ts'

/** P3, S2: how everybody was told, and what they said before. */
export function telling({ consultation, seats, opinions }: RecordInput): Block[] {
  const { notices, tellings } = consultation
  if (notices.length === 0) return []
  const sets = tellings.map((one) => ({ one, seats: new Set(seatsIn(one.seats)) }))
  const recorded = (seat: number) => sets.find(({ seats: told }) => told.has(seat))?.one
  const row = (seat: RecordSeat): string[] => {
    const own = recorded(seat.seat)
    if (seat.told !== undefined) {
      const channel = channels[seat.told.channel as keyof typeof channels]
      return [String(seat.seat), seat.name, channel.label.zh, shortTime(seat.told.at), '系统']
    }
    return own === undefined
      ? [String(seat.seat), seat.name, '未告知', '', '']
      : [String(seat.seat), seat.name, channels[own.channel].label.zh, shortTime(own.toldAt), own.teller]
  }
  return [
    heading('告知与征求意见'),
    ...notices.flatMap((notice, index) => [
      paragraph(
        `${chineseTime(notice.at)}通过${joined(notice.channels.map((channel) => channels[channel].label.zh))}发出告知，定于${chineseTime(notice.meeting.at)}在${notice.meeting.place}协商，意见征求至${chineseTime(notice.opinionsUntil)}。`,
      ),
      paragraph(notice.text, '告知内容：'),
      paragraph(joined(notice.materials.map(({ title }) => `《${title}》`)), '所附材料：'),
      ...postings(consultation, 'notice', index + 1),
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
