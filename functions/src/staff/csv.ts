import {
  keysOf,
  type Language,
  newPersonSchema,
  participantCategories,
  participantClasses,
  sameName,
  type Text,
  text,
} from '@xieshang/rules'
import { issueText } from '@xieshang/rules/sentences'
import type { NewPerson } from '@xieshang/store'
import { CsvError, parse } from 'csv-parse/sync'

export type RejectedLine = { readonly line: number; readonly field: string; readonly detail: string }

const columns = {
  name: ['姓名', 'name'],
  phone: ['手机号', '手机', '电话', '联系电话', 'phone'],
  category: ['类别', '代表类别', 'category'],
  class: ['主体类型', '主体类别', 'class'],
} as const

type Column = keyof typeof columns

const mostLines = 5000

const messages = {
  header: text('第一行应为：姓名,手机号,类别,主体类型', 'The first line should be: name,phone,category,class'),
  empty: text('表格中没有人员。', 'The table has no people.'),
  tooMany: text(
    '一次最多导入{most}行，这份表有{rows}行，请分成{parts}份，一份一份导入。',
    'At most {most} lines at a time; this table has {rows}. Split it into {parts} and import one after the other.',
  ),
  broken: text('这一行的引号不成对，请检查。', 'The quotes on this line do not match.'),
  category: text('没有这个类别，请按模板填写。', 'There is no such category. Use those of the template.'),
  class: text('没有这个主体类型，请按模板填写。', 'There is no such class. Use those of the template.'),
  phone: text('手机号应为11位数字，如13812345678。', 'The phone number needs 11 digits, e.g. 13812345678.'),
  twice: text('与第{line}行重复。', 'The same as line {line}.'),
} as const satisfies Record<string, Text>

/** Codes and labels of a table of the taxonomy, as people write them. */
function vocabulary(table: Readonly<Record<string, { readonly label: Text }>>): Map<string, string> {
  return new Map(
    Object.entries(table).flatMap(([code, { label }]) =>
      [code, label.zh, label.en].map((word) => [word.toLowerCase(), code]),
    ),
  )
}

const categories = vocabulary(participantCategories)
const classes = vocabulary(participantClasses)

const columnOf = (header: string): Column | undefined =>
  keysOf(columns).find((column) => columns[column].some((name) => name === header.trim().toLowerCase()))

/** The good lines of a CSV of people, and every bad one with what is wrong. Lines are counted as a person counts them. */
export function readPeople(csv: string, language: Language): { good: NewPerson[]; rejected: RejectedLine[] } {
  const reject = (line: number, field: string, detail: string): RejectedLine => ({ line, field, detail })
  const alone = (line: number, field: string, message: Text) => ({
    good: [],
    rejected: [reject(line, field, message[language])],
  })
  let lines: string[][]
  try {
    lines = parse(csv, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record: string[], { lines: line }) => [String(line), ...record],
    })
  } catch (error) {
    if (error instanceof CsvError) return alone(Number(error.lines ?? 1), '', messages.broken)
    throw error
  }
  const [header, ...rows] = lines
  const order = header?.slice(1).map(columnOf) ?? []
  if (!order.includes('name')) return alone(1, '', messages.header)
  if (rows.length === 0) return alone(1, '', messages.empty)
  if (rows.length > mostLines) {
    const said = { most: mostLines, rows: rows.length, parts: Math.ceil(rows.length / mostLines) }
    const detail = messages.tooMany[language].replace(/\{(most|rows|parts)\}/g, (_, name: keyof typeof said) =>
      String(said[name]),
    )
    return { good: [], rejected: [reject(mostLines + 2, '', detail)] }
  }
  const good: NewPerson[] = []
  const rejected: RejectedLine[] = []
  const firstLine = new Map<string, number>()
  for (const [line = '0', ...record] of rows) {
    const number = Number(line)
    const cell = (column: Column) => record[order.indexOf(column)]?.trim() ?? ''
    const category = cell('category') === '' ? 'resident' : categories.get(cell('category').toLowerCase())
    const kind = cell('class') === '' ? 'localResident' : classes.get(cell('class').toLowerCase())
    const bad = [
      ...(category === undefined ? [reject(number, 'category', messages.category[language])] : []),
      ...(kind === undefined ? [reject(number, 'class', messages.class[language])] : []),
    ]
    const person = newPersonSchema.safeParse({
      name: cell('name'),
      category: category ?? 'resident',
      class: kind ?? 'localResident',
      ...(cell('phone') !== '' && { phone: cell('phone') }),
    })
    for (const issue of person.error?.issues ?? []) {
      const field = issue.path.join('.')
      bad.push(reject(number, field, field === 'phone' ? messages.phone[language] : issueText(issue, language)))
    }
    if (bad.length > 0 || !person.success) {
      rejected.push(...bad)
      continue
    }
    const same = `${sameName(person.data.name)}|${person.data.phone ?? ''}`
    const first = firstLine.get(same)
    if (first !== undefined) {
      rejected.push(reject(number, 'name', messages.twice[language].replace('{line}', String(first))))
      continue
    }
    firstLine.set(same, number)
    good.push(person.data)
  }
  return { good, rejected }
}
