import type { RecordInput } from '../input.ts'
import { chineseTime } from '../time.ts'
import { type Block, heading, ifAny, joined, paragraph } from './blocks.ts'

const corrections = { suspended: '暂停执行', corrected: '依法纠正', lifted: '恢复执行' } as const

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
