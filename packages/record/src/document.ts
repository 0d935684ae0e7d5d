import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  ImageRun,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { columnWidths } from './columns.ts'
import type { Block } from './content/blocks.ts'
import { type RecordContent, recordContent } from './content.ts'
import type { RecordInput } from './input.ts'
import { qrPng } from './qr.ts'

/** Millimetres in twentieths of a point. */
const mm = (length: number) => Math.round((length * 1440) / 25.4)

/** Typefaces after GB/T 9704; a machine without them falls back by the second name. */
const faces = {
  title: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' },
  body: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' },
  black: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' },
  kai: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '楷体_GB2312' },
} as const

/** Sizes in half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 五号 for tables 12 pt. */
const sizes = { title: 44, body: 32, page: 28, table: 24 } as const

/** 22 lines of 28 characters on a page. */
const line = { line: 579, lineRule: LineRuleType.EXACT } as const
const indent = { firstLine: 640 } as const

/** Characters that XML cannot hold are taken out; a document with one would not open. */
const clean = (text: string) => text.replace(/\p{Cc}|\p{Cs}/gu, (character) => (character === '\n' ? character : ''))

const run = (text: string, font: (typeof faces)[keyof typeof faces], size: number) =>
  new TextRun({ text: clean(text), font, size })

function lines(text: string): TextRun[] {
  return clean(text)
    .split('\n')
    .map((one, index) => new TextRun({ text: one, font: faces.body, size: sizes.body, ...(index > 0 && { break: 1 }) }))
}

const cell = (text: string, head: boolean, width: number | undefined) =>
  new TableCell({
    ...(width !== undefined && { width: { size: width, type: WidthType.DXA } }),
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [run(text, head ? faces.black : faces.body, sizes.table)],
      }),
    ],
  })

/** Between the margins of an A4 page. */
const textWidth = mm(210 - 28 - 26)

/** In pixels of 1/96 inch: 32 mm. */
const qrSide = 121

const border = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const

function render(block: Block): Paragraph | Table {
  switch (block.kind) {
    case 'heading':
      return new Paragraph({
        spacing: line,
        indent,
        keepNext: true,
        children: [run(block.text, block.level === 1 ? faces.black : faces.kai, sizes.body)],
      })
    case 'paragraph':
      return new Paragraph({
        spacing: line,
        indent,
        alignment: AlignmentType.JUSTIFIED,
        children: [
          ...(block.lead === undefined ? [] : [run(block.lead, faces.black, sizes.body)]),
          ...lines(block.text),
        ],
      })
    case 'table': {
      const widths = columnWidths(block, textWidth)
      const row = (cells: readonly string[], head: boolean) =>
        new TableRow({
          tableHeader: head,
          cantSplit: true,
          children: cells.map((text, column) => cell(text, head, widths[column])),
        })
      return new Table({
        width: { size: textWidth, type: WidthType.DXA },
        columnWidths: widths,
        layout: TableLayoutType.FIXED,
        borders: {
          top: border,
          bottom: border,
          left: border,
          right: border,
          insideHorizontal: border,
          insideVertical: border,
        },
        rows: [row(block.head, true), ...block.rows.map((cells) => row(cells, false))],
      })
    }
    case 'qr':
      return new Paragraph({
        indent,
        children: [
          new ImageRun({ type: 'png', data: qrPng(block.text), transformation: { width: qrSide, height: qrSide } }),
        ],
      })
    case 'pageBreak':
      return new Paragraph({ children: [new PageBreak()] })
  }
}

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
      ...blocks.map(render),
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
