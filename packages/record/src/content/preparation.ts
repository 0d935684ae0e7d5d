import {
  keysOf,
  participantCategories,
  participantClasses,
  participantGroups,
  proposerKinds,
  relations,
  sizeOf,
} from '@xieshang/rules'
import type { RecordInput } from '../input.ts'
import { chineseTime } from '../time.ts'
import { type Block, heading, ifAny, joined, paragraph, table } from './blocks.ts'

/** P1, M6, P9e, P11a: who proposed what, under which matter, and who took note of it. */
export function topic({ consultation, villages = [] }: RecordInput): Block[] {
  const { topic, proposed, registered, returned, procedure } = consultation
  const { relation, label } = topic.asFiled
  return [
    heading('议题的提出与备案'),
    paragraph(topic.title, '议题：'),
    paragraph(topic.description, '说明：'),
    ...ifAny(villages, paragraph(joined(villages), '涉及村（社区）：')),
    paragraph(joined(topic.proposers.map(({ kind, name }) => `${name}（${proposerKinds[kind].zh}）`)), '提出主体：'),
    paragraph(
      `${relations[relation].zh}——${label.zh}（目录编号${topic.matter}，${topic.catalogueVersion}版）`,
      '协商事项：',
    ),
    paragraph(`${chineseTime(proposed.at)}，经办人${proposed.by.name}`, '提出时间：'),
    ...(topic.follows === undefined ? [] : [paragraph(`编号${topic.follows}的协商`, '承接：')]),
    ...(procedure === undefined
      ? []
      : [
          paragraph(`${chineseTime(procedure.at)}由${procedure.by.name}确定如下：`, '跨村（社区）协商程序：'),
          table(
            ['序号', '步骤', '负责单位'],
            procedure.steps.map(({ title, body }, index) => [String(index + 1), title, body]),
          ),
        ]),
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

/** P2, S3: who was put on the list, and on which basis. */
export function participants({ consultation: { list }, seats, applications = [] }: RecordInput): Block[] {
  if (list === undefined) return []
  const admitted = applications.filter(({ state }) => state === 'admitted')
  const declined = applications.filter(({ state }) => state === 'declined')
  const { basis, composition } = list
  const nonVoting = sizeOf(list.nonVoting)
  const invited = seats.filter(({ outsiderReason }) => outsiderReason !== undefined)
  const groups = keysOf(participantGroups).map((group) => `${participantGroups[group].zh}${composition[group]}人`)
  return [
    heading('协商主体'),
    paragraph(
      `根据依法、属地、合理的原则，于${chineseTime(list.at)}确定协商主体${list.listed}人，其中有表决权${list.listed - nonVoting}人，列席（不参加表决）${nonVoting}人，居民${list.residents}人。`,
    ),
    paragraph(
      `议题性质：${basis.nature}；利益关系：${basis.interests}；复杂程度：${basis.complexity}；影响范围：${basis.scope}。`,
      '确定依据：',
    ),
    paragraph(`${groups.join('，')}。`, '构成：'),
    ...ifAny(
      applications,
      paragraph(
        `${applications.length}名居民自主报名，接纳${admitted.length}名${admitted.length === 0 ? '' : `（${joined(admitted.map(({ name }) => name))}）`}，未接纳${declined.length}名${declined.length === 0 ? '' : `（理由：${declined.map(({ reason }) => reason).join('；')}）`}。`,
        '自主参与：',
      ),
    ),
    ...ifAny(
      invited,
      paragraph(
        `${invited.map(({ seat, name, outsiderReason = '' }) => `${seat} ${name}（${outsiderReason}）`).join('、')}。`,
        '外来人员及邀请理由：',
      ),
    ),
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
