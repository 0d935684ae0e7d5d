import { commissionAnswers, taskKinds } from '@xieshang/rules'
import type { RecordInput } from '../input.ts'
import { chineseTime, shortDay, shortTime } from '../time.ts'
import { type Block, heading, ifAny, paragraph, subheading, table } from './blocks.ts'

/** P9a–c: what is carried out, by whom, until when; and what was reported to who commissioned it. */
export function carryingOut({ consultation: { tasks, tasksWaived, reports } }: RecordInput): Block[] {
  if (tasks.length + tasksWaived.length + reports.length === 0) return []
  return [
    heading('成果落实与报告'),
    ...ifAny(
      tasks,
      table(
        ['序号', '落实事项', '方式', '责任主体', '完成时限', '完成情况'],
        tasks.map((task) => [
          String(task.task),
          `${task.title}（第${task.items.join('、')}条）`,
          taskKinds[task.kind].zh,
          task.responsible,
          shortDay(task.dueOn),
          task.doneAt === undefined ? '未完成' : `${shortTime(task.doneAt)}完成`,
        ]),
      ),
    ),
    ...tasksWaived.map(({ item, reason, by }) => paragraph(`${reason}（${by.name}）`, `第${item}条不需要落实：`)),
    ...tasks.flatMap(({ task, progress, urged }) => [
      ...progress.map((one) => paragraph(`${one.text}（${chineseTime(one.at)}，${one.by.name}）`, `第${task}项进度：`)),
      ...urged.map((one) => paragraph(`${one.text}（${chineseTime(one.at)}，${one.by.name}）`, `第${task}项督促：`)),
    ]),
    ...reports.flatMap(({ at, body, text, answer }) => [
      paragraph(`${chineseTime(at)}向${body}报告：${text}`, '受委托事项报告：'),
      ...(answer === undefined
        ? [paragraph('尚未反馈。', `${body}反馈：`)]
        : [
            paragraph(
              `${commissionAnswers[answer.result].zh}${answer.reason === '' ? '' : `，${answer.reason}`}（${chineseTime(answer.at)}）`,
              `${body}反馈：`,
            ),
          ]),
    ]),
  ]
}

/** P9f: each opposing opinion and how it was explained. */
export function dissents({ dissents: all, seats }: RecordInput): Block[] {
  const nameOf = (seat: number | undefined) => seats.find((one) => one.seat === seat)?.name ?? '（不记名）'
  return ifAny(
    all,
    heading('不同意见及解释说明'),
    table(
      ['序号', '条', '提出人', '不同意见', '解释说明', '解释时间'],
      all.map(({ dissent, item, name, seat, words, explanation }) => [
        String(dissent),
        String(item),
        name ?? nameOf(seat),
        words,
        explanation?.text ?? '尚未解释说明',
        explanation === undefined ? '' : `${shortTime(explanation.at)} ${explanation.by.name}`,
      ]),
    ),
  )
}

const endings = { done: '办结归档', rejected: '归档，协商未通过', withdrawn: '撤回', cancelled: '取消' } as const

/** P11, E1: how it ended, and what came of it. */
export function closing({ consultation: { closed, model, takenUpBy } }: RecordInput): Block[] {
  if (closed === undefined && takenUpBy.length === 0) return []
  return [
    heading('办结与归档'),
    ...(closed === undefined
      ? []
      : [paragraph(`${chineseTime(closed.at)}由${closed.by.name}${endings[closed.end]}。${closed.summary}`)]),
    ...(model === undefined
      ? []
      : [paragraph(`${chineseTime(model.at)}由${model.by.name}评为典型案例，理由：${model.reason}。`)]),
    ...ifAny(
      takenUpBy,
      subheading('再次协商'),
      ...takenUpBy.map(({ consultation, title }) => paragraph(`${title}（编号：${consultation}）`)),
    ),
  ]
}
