import { assemblies, assemblyResults, commissionAnswers, isMajor, nextMajorStep, taskKinds } from '@xieshang/rules'
import type { RecordInput } from '../input.ts'
import { chineseDay, chineseTime, shortDay, shortTime } from '../time.ts'
import { type Block, heading, ifAny, joined, paragraph, subheading, table } from './blocks.ts'

const corrections = { suspended: '暂停执行', corrected: '依法纠正', lifted: '恢复执行' } as const

/** P9d: what was handed to the assembly or the representatives, and how they voted under their own quorum. */
export function escalations({ consultation: { escalations: all } }: RecordInput): Block[] {
  return ifAny(
    all,
    heading('提交会议表决'),
    ...all.flatMap((one) => [
      paragraph(
        `${chineseTime(one.at)}将第${one.items.join('、')}条提交${assemblies[one.to].label.zh}表决，理由：${one.reason}。`,
      ),
      ...(one.vote === undefined
        ? [paragraph('尚未表决。')]
        : [
            paragraph(
              `${chineseDay(one.vote.heldOn)}召开，应到${one.vote.members}人，到会${one.vote.attended}人，须到会${one.vote.needed}人（依据：${assemblies[one.to].source}）；同意票超过到会人数的二分之一为通过。`,
            ),
            table(
              ['条', '同意', '不同意', '弃权', '结果'],
              one.vote.items.map(({ item, yes, no, abstain, result }) => [
                ...[item, yes, no, abstain].map(String),
                assemblyResults[result].zh,
              ]),
            ),
          ]),
    ]),
  )
}

/** P12: the five deliberations and two publications, in the order of the county's list. */
export function major({ consultation }: RecordInput): Block[] {
  if (!isMajor(consultation)) return []
  const next = nextMajorStep(consultation)
  return [
    heading('五议两公开'),
    paragraph(
      consultation.major === undefined
        ? '该事项依目录须经五议两公开。'
        : `${chineseTime(consultation.major.at)}由${consultation.major.by.name}列为五议两公开事项，理由：${consultation.major.reason}。`,
    ),
    ...ifAny(
      consultation.majorRecords,
      table(
        ['步骤', '主体', '日期', '应到', '到会', '同意', '结果'],
        consultation.majorRecords.map(({ step, heldOn, vote, until }) => [
          step.label,
          step.body,
          shortDay(heldOn),
          ...(vote === undefined
            ? ['', '', '', until === undefined ? '已完成' : `公开至${shortDay(until)}`]
            : [String(vote.members), String(vote.attended), String(vote.yes), vote.passed ? '通过' : '未通过']),
        ]),
      ),
      ...consultation.majorRecords.flatMap(({ step, note }) =>
        note === '' ? [] : [paragraph(note, `${step.label}：`)],
      ),
    ),
    paragraph(next === undefined ? '五议两公开已全部完成。' : `尚待进行：${next.label}。`),
  ]
}

/** P9a–c: what is carried out, by whom, until when; and what was reported to who commissioned it. */
export function carryingOut({ consultation: { tasks, reports } }: RecordInput): Block[] {
  if (tasks.length === 0 && reports.length === 0) return []
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

/** P9g, P10: what the township corrected, and what the supervisors were told and said; P10c: what everybody was told. */
export function supervision({ consultation }: RecordInput): Block[] {
  const { corrections: corrected, supervision: notes, supervisors, bulletins } = consultation
  return [
    ...ifAny(
      corrected,
      heading('依法纠正'),
      ...corrected.map((one) =>
        paragraph(
          `${one.text}（依据：${one.ground}；${chineseTime(one.at)}，${one.by.name}）`,
          `${corrections[one.kind]}：`,
        ),
      ),
    ),
    ...ifAny([...notes, ...supervisors, ...bulletins], heading('监督与进度公布')),
    ...ifAny(supervisors, paragraph(joined(supervisors), '专门监督委员会：')),
    ...notes.map((one) =>
      paragraph(
        `${one.text}（${chineseTime(one.at)}，${one.by.name}）`,
        one.kind === 'report' ? '向监督委员会报告：' : '监督意见：',
      ),
    ),
    ...bulletins.map((one) =>
      paragraph(
        `进度：${one.progress}；问题：${one.problems || '无'}；影响：${one.impact || '无'}（${chineseTime(one.at)}）`,
        '公布进度：',
      ),
    ),
  ]
}

/** P11: how it ended, and what came of it. */
export function closing({ consultation: { closed, model, takenUpBy } }: RecordInput): Block[] {
  if (closed === undefined && takenUpBy.length === 0) return []
  return [
    heading('办结与归档'),
    ...(closed === undefined
      ? []
      : [paragraph(`${chineseTime(closed.at)}由${closed.by.name}办结归档。${closed.summary}`)]),
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
