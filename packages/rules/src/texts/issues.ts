import { type Language, type Text, text } from '@xieshang/kernel'
import type * as z from 'zod'

type Issue = z.core.$ZodIssue

const missing = text('请填写。', 'Fill this in.')

const kinds: Readonly<Record<string, Text>> = {
  string: text('应为文字。', 'This should be text.'),
  number: text('应为数字。', 'This should be a number.'),
  int: text('应为整数。', 'This should be a whole number.'),
  boolean: text('应为“是”或“否”。', 'This should be yes or no.'),
  array: text('应为列表。', 'This should be a list.'),
  object: text('应为一组内容。', 'This should be a group of fields.'),
}

const most: Readonly<Record<string, (bound: string) => Text>> = {
  string: (bound) => text(`最多${bound}个字。`, `At most ${bound} characters.`),
}

const least: Readonly<Record<string, (bound: string) => Text>> = {
  string: (bound) => (bound === '1' ? missing : text(`至少${bound}个字。`, `At least ${bound} characters.`)),
  array: (bound) =>
    bound === '1'
      ? text('至少选一项。', 'Choose at least one.')
      : text(`至少${bound}项。`, `At least ${bound} entries.`),
}

/** What is not known is named, and not handed back whole. */
const mostNamed = 5
const longestName = 40
const shortened = (name: string): string => (name.length > longestName ? `${name.slice(0, longestName)}…` : name)

/** What a person calls the entries of a list, and how they are counted: “名单最多5000人”. */
const lists: Readonly<Record<string, { readonly name: Text; readonly unit: string }>> = {
  proposers: { name: text('提出主体', 'proposers'), unit: '个' },
  steps: { name: text('程序', 'steps'), unit: '步' },
  seats: { name: text('名单', 'people on the list'), unit: '人' },
  classes: { name: text('主体类型', 'classes'), unit: '种' },
  categories: { name: text('代表类别', 'categories'), unit: '种' },
  except: { name: text('除外的人', 'people left out'), unit: '人' },
  materials: { name: text('材料', 'materials'), unit: '份' },
  channels: { name: text('告知渠道', 'channels'), unit: '种' },
  forms: { name: text('协商形式', 'forms'), unit: '种' },
  present: { name: text('到会的人', 'people present'), unit: '人' },
  items: { name: text('条目', 'items'), unit: '条' },
  paper: { name: text('用纸质票的人', 'people with paper ballots'), unit: '人' },
  counts: { name: text('计票结果', 'counted items'), unit: '条' },
  ballots: { name: text('纸质票', 'paper ballots'), unit: '张' },
  choices: { name: text('选择', 'choices'), unit: '条' },
  returned: { name: text('交回的纸质票', 'papers handed in'), unit: '张' },
  bodies: { name: text('备案单位', 'bodies'), unit: '个' },
  votes: { name: text('表决结果', 'votes'), unit: '条' },
  members: { name: text('成员', 'members'), unit: '人' },
}

/** A list that is too long, in the words of who made it. */
function tooLong(path: readonly PropertyKey[], most: string): Text {
  const named = lists[String(path.findLast((part) => typeof part === 'string'))]
  return named === undefined
    ? text(`最多${most}项。`, `At most ${most} entries.`)
    : text(
        `${named.name.zh}最多${most}${named.unit}，请减少或分次办理。`,
        `At most ${most} ${named.name.en}. Leave some out, or act in parts.`,
      )
}

function sentenceOf(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? missing
        : (kinds[issue.expected] ?? text('格式不对。', 'The format is not right.'))
    case 'too_big':
      if (issue.origin === 'array') return tooLong(issue.path, String(issue.maximum))
      return (most[issue.origin] ?? ((bound) => text(`不能大于${bound}。`, `At most ${bound}.`)))(String(issue.maximum))
    case 'too_small':
      return (least[issue.origin] ?? ((bound) => text(`不能小于${bound}。`, `At least ${bound}.`)))(
        String(issue.minimum),
      )
    case 'invalid_value':
      return issue.input === undefined ? missing : text('请从给出的选项中选择。', 'Choose one of the given options.')
    case 'invalid_format':
      return issue.format === 'datetime'
        ? text(
            '时间格式应如 2026-03-01T08:30:00.000Z 或 2026-03-01T16:30:00+08:00。',
            'Give the time like 2026-03-01T08:30:00.000Z or 2026-03-01T16:30:00+08:00.',
          )
        : text('格式不对，请检查。', 'The format is not right.')
    case 'unrecognized_keys': {
      const named = issue.keys.slice(0, mostNamed).map(shortened)
      return text(`不认识的内容：${named.join('、')}。`, `Not known: ${named.join(', ')}.`)
    }
    case 'custom': {
      const [first, last] = [issue.params?.between ?? []].flat()
      return first === undefined
        ? text('填写有误，请检查。', 'This is not right.')
        : text(`日期应在${first}到${last}之间。`, `The day should be between ${first} and ${last}.`)
    }
    default:
      return text('填写有误，请检查。', 'This is not right.')
  }
}

/** What is wrong with a field, as a short plain sentence. Total: every kind of issue has one. */
export function issueText(issue: Issue, language: Language): string {
  return sentenceOf(issue)[language]
}
