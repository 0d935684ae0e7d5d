import { annex } from './content/annex.ts'
import { escalations, major } from './content/assembly.ts'
import { type Block, numerals, paragraph } from './content/blocks.ts'
import { chain } from './content/chain.ts'
import { deliberation, sittings } from './content/deliberation.ts'
import { carryingOut, closing, dissents } from './content/followUp.ts'
import { filing, outcome } from './content/outcome.ts'
import { participants, topic } from './content/preparation.ts'
import { supervision } from './content/supervision.ts'
import { telling } from './content/telling.ts'
import { voting } from './content/voting.ts'
import type { RecordInput } from './input.ts'

/** The content of the record, before anybody decides how it looks. */
export type RecordContent = { readonly title: readonly string[]; readonly blocks: readonly Block[] }

/** In the order of the procedure, from the topic to the archive. */
const sections = [
  ...[topic, participants, telling, sittings, deliberation, voting, escalations, outcome, filing],
  ...[major, carryingOut, dissents, supervision, closing, chain],
]

/** P7: the whole course and the outcome, in the order of the procedure; sections are numbered in Chinese. */
export function recordContent(input: RecordInput): RecordContent {
  const village = input.place.at(-1) ?? ''
  let number = 0
  const numbered = sections
    .flatMap((section) => section(input))
    .map(
      (block): Block =>
        block.kind === 'heading' && block.level === 1
          ? { ...block, text: `${numerals[number++] ?? number}、${block.text}` }
          : block,
    )
  return {
    title: [village, `关于“${input.consultation.topic.title}”的协商记录`],
    blocks: [
      paragraph(`${input.place.join('')}　　编号：${input.consultation.id}`),
      ...numbered,
      ...annex(input),
    ].filter((block) => block.kind !== 'paragraph' || block.text !== '' || (block.lead ?? '') !== ''),
  }
}
