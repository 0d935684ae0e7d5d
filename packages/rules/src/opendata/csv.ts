import { type Dimension, measures, type OpenQuarter } from './quarter.ts'

/** G11: the same as lines of CSV, which spreadsheets and statistics programs read. Withheld cells are empty. */
export function openDataCsv(quarters: readonly OpenQuarter[], nameOf: (by: Dimension, code: string) => string): string {
  const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  const lines = quarters.flatMap(({ quarter, totals, tables }) => [
    ...measures.map((measure) => [quarter, 'total', measure, '', '', totals[measure]]),
    ...tables.flatMap(({ by, measure, cells }) =>
      cells.map(({ code, value }) => [quarter, by, measure, code, nameOf(by, code), value]),
    ),
  ])
  return [['quarter', 'by', 'measure', 'code', 'name', 'value'], ...lines]
    .map((line) => `${line.map((value) => cell(String(value ?? ''))).join(',')}\r\n`)
    .join('')
}
