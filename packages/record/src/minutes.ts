import { LineRuleType, TextRun } from 'docx'

/** Millimetres in twentieths of a point. */
export const mm = (length: number) => Math.round((length * 1440) / 25.4)

/** Typefaces after GB/T 9704; a machine without them falls back by the second name. */
export const faces = {
  title: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' },
  body: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' },
  black: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' },
  kai: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '楷体_GB2312' },
} as const

/** Sizes in half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 五号 for tables 12 pt. */
export const sizes = { title: 44, body: 32, page: 28, table: 24 } as const

/** 22 lines of 28 characters on a page. */
export const line = { line: 579, lineRule: LineRuleType.EXACT } as const
export const indent = { firstLine: 640 } as const

/** Characters that XML cannot hold are taken out; a document with one would not open. */
export const clean = (text: string) =>
  text.replace(/\p{Cc}|\p{Cs}/gu, (character) => (character === '\n' ? character : ''))

export const run = (text: string, font: (typeof faces)[keyof typeof faces], size: number) =>
  new TextRun({ text: clean(text), font, size })

/** Between the margins of an A4 page. */
export const textWidth = mm(210 - 28 - 26)
