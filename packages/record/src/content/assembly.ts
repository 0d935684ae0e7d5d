import { assemblies, assemblyResults, isMajor, nextMajorStep } from '@xieshang/rules'
import type { RecordInput } from '../input.ts'
import { chineseDay, chineseTime, shortDay } from '../time.ts'
import { type Block, heading, ifAny, paragraph, table } from './blocks.ts'

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
