import { channels, filingBodies, filingResults } from '@xieshang/rules'
import type { RecordInput } from '../input.ts'
import { chineseDate, chineseTime } from '../time.ts'
import { type Block, heading, ifAny, joined, paragraph } from './blocks.ts'
import { postings } from './postings.ts'

/** P7: what came of each item, and every exception it rests on. */
export function outcome({ consultation: { items, exceptions } }: RecordInput): Block[] {
  const word = { open: '尚无结果', passed: '通过', failed: '未通过', withdrawn: '撤回' } as const
  return [
    heading('协商成果'),
    ...items.flatMap(({ item, title, status, withdrawn }) => [
      paragraph(`${title}——${word[status]}。`, `第${item}条：`),
      ...(withdrawn === undefined
        ? []
        : [
            paragraph(
              `${withdrawn.reason}（${withdrawn.by.name}，${chineseTime(withdrawn.at)}）`,
              `第${item}条撤回原因：`,
            ),
          ]),
    ]),
    heading('例外情况'),
    ...(exceptions.length === 0
      ? [paragraph('无。')]
      : exceptions.map((one) =>
          paragraph(`${one.reason}（${one.by.name}，${chineseTime(one.at)}）`, `条款${one.clause}：`),
        )),
  ]
}

/** P7, P8: with whom it was filed, what they answered, and where and how long it was published. */
export function filing({ consultation }: RecordInput): Block[] {
  const { filings, publications } = consultation
  return [
    ...ifAny([...filings, ...publications], heading('备案与公示')),
    ...filings.flatMap((one) => [
      paragraph(
        `${chineseTime(one.at)}向${joined(one.bodies.map(({ body, name }) => (name === filingBodies[body].zh ? name : `${name}（${filingBodies[body].zh}）`)))}备案，经办人${one.by.name}。`,
      ),
      ...one.bodies.flatMap(({ name, answer }) =>
        answer === undefined
          ? []
          : [
              paragraph(
                `${chineseTime(answer.at)}${filingResults[answer.result].zh}${answer.note === '' ? '' : `：${answer.note}`}（${answer.by.name}）`,
                `${name}答复：`,
              ),
            ],
      ),
    ]),
    ...publications.flatMap((one, index) => [
      paragraph(
        `${chineseDate(one.from)}至${chineseDate(one.until)}通过${joined(one.channels.map((channel) => channels[channel].label.zh))}公示。公示内容：${one.text}`,
      ),
      ...postings(consultation, 'outcome', index + 1),
    ]),
  ]
}
