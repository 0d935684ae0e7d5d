import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  PageBreak,
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
import { clean, faces, indent, line, run, sizes, textWidth } from './minutes.ts'
import { qrPng } from './qr.ts'

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

/** In pixels of 1/96 inch: 32 mm. */
const qrSide = 121

const border = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const

/** A block of the record as Word shows it. */
export function rendered(block: Block): Paragraph | Table {
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
