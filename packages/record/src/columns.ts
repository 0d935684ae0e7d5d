import type { Block } from './content/blocks.ts'

/** How wide a text is in half characters: a Chinese character takes two, a digit or letter a little over one. */
const measure = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\x20-\x7e]/.test(character) ? 1.2 : 2), 0)

/** A column is at least this wide, and a long text takes no more than this before it wraps, in half characters. */
const least = 6
const most = 24

/**
 * Shares a width among the columns of a table by what stands in them.
 * @param total in any whole unit; the widths sum up to it exactly
 */
export function columnWidths(table: Extract<Block, { kind: 'table' }>, total: number): number[] {
  const wanted = table.head.map((head, column) =>
    Math.min(most, Math.max(least, ...[head, ...table.rows.map((row) => row[column] ?? '')].map(measure)) + 2),
  )
  const sum = wanted.reduce((all, one) => all + one, 0)
  const widths = wanted.map((one) => Math.floor((one * total) / sum))
  const rest = total - widths.reduce((all, one) => all + one, 0)
  return widths.map((width, column) => (column === widths.length - 1 ? width + rest : width))
}
