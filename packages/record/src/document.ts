import {
  AlignmentType,
  Document,
  Footer,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { type RecordContent, recordContent } from './content.ts'
import type { RecordInput } from './input.ts'
import { clean, faces, line, mm, run, sizes } from './minutes.ts'
import { rendered } from './rendered.ts'

const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: faces.body, size: sizes.page })],
    }),
  ],
})

function section({ title, blocks }: RecordContent): ISectionOptions {
  return {
    properties: {
      page: {
        size: { width: mm(210), height: mm(297) },
        margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), footer: mm(28) },
      },
    },
    footers: { default: footer },
    children: [
      ...title.map(
        (text) =>
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { line: 680, lineRule: LineRuleType.EXACT },
            children: [run(text, faces.title, sizes.title)],
          }),
      ),
      new Paragraph({ spacing: line }),
      ...blocks.map(rendered),
    ],
  }
}

/**
 * P7: the record as a Word document in the form of official minutes (GB/T 9704).
 * Import this module when a record is asked for, not before: docx is heavy.
 */
export async function buildRecord(input: RecordInput): Promise<Uint8Array> {
  const content = recordContent(input)
  const document = new Document({
    creator: '协商',
    title: clean(content.title.join('')),
    styles: { default: { document: { run: { font: faces.body, size: sizes.body } } } },
    sections: [section(content)],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
