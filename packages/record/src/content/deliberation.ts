import { aspects, forms, type Item, keysOf, noSeats, type Session, seatsIn, sessionKinds } from '@xieshang/rules'
import type { RecordInput, RecordSeat } from '../input.ts'
import { chineseTime } from '../time.ts'
import { type Block, heading, joined, namesOf, paragraph, subheading } from './blocks.ts'

/** P4, F1–F4: the sittings, who came and who did not. */
export function sittings(input: RecordInput): Block[] {
  const { consultation, seats } = input
  if (consultation.sessions.length === 0) return []
  return [
    heading('协商形式与会议'),
    paragraph(`${joined(consultation.forms.map((form) => forms[form].zh))}。`, '协商形式：'),
    ...consultation.sessions.flatMap((session) =>
      sitting(session, new Set(seatsIn(consultation.list?.nonVoting ?? noSeats)), seats),
    ),
  ]
}

function sitting(session: Session, nonVoting: ReadonlySet<number>, seats: readonly RecordSeat[]): Block[] {
  const all = seats.map(({ seat }) => seat)
  const present = seatsIn(session.present)
  const there = new Set(present)
  const absent = all.filter((seat) => !there.has(seat))
  const until = session.closedAt === undefined ? '' : `至${chineseTime(session.closedAt)}`
  return [
    subheading(`第${session.session}次会议：${sessionKinds[session.kind].zh}`),
    paragraph(`${chineseTime(session.at)}${until}`, '时间：'),
    paragraph(session.place, '地点：'),
    paragraph(session.host, '主持：'),
    paragraph(session.recorder, '记录：'),
    paragraph(`应到${all.length}人，实到${present.length}人。`),
    paragraph(
      namesOf(
        seats,
        present.filter((seat) => !nonVoting.has(seat)),
      ),
      '出席：',
    ),
    paragraph(
      namesOf(
        seats,
        present.filter((seat) => nonVoting.has(seat)),
      ),
      '列席：',
    ),
    paragraph(namesOf(seats, absent), '请假、缺席：'),
  ]
}

/** P5: each item with its six aspects, what was said, and how it was revised. */
export function deliberation({ consultation: { items }, events }: RecordInput): Block[] {
  /** How an item read before each of its revisions. */
  const before = (item: Item) =>
    events
      .flatMap((event) =>
        (event.type === 'ItemAdded' || event.type === 'ItemRevised') && event.data.item === item.item ? [event] : [],
      )
      .slice(0, -1)
  return [
    heading('商讨内容'),
    ...items.flatMap((item) => [
      subheading(`第${item.item}条　${item.title}`),
      ...keysOf(aspects).map((aspect) =>
        paragraph(item.aspects[aspect] === '' ? '（未填写）' : item.aspects[aspect], `${aspects[aspect].zh}：`),
      ),
      ...item.discussions.map((one) => paragraph(one.text, `第${one.session}次会议讨论：`)),
      ...before(item).map(({ at, data }, index) =>
        paragraph(
          `“${data.title}”。问题：${data.aspects.problem}；办法：${data.aspects.solution}。其后经协商补充完善。`,
          `第${index + 1}稿（${chineseTime(at)}）：`,
        ),
      ),
    ]),
  ]
}
