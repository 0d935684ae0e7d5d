import { type Text, text } from '@xieshang/kernel'

type Period = {
  readonly label: Text
  readonly clause: string
  /** Whether weekends and holidays count. */
  readonly counts: 'days' | 'workdays'
  /** What a county has until it sets its own. */
  readonly usual: number
  /** The longest that the city allows. */
  readonly most: number
}

/** Within how many days each duty is to be done. */
export const periods = {
  register: {
    label: text('议题备案或退回', 'To register or return a topic'),
    clause: 'P1b',
    counts: 'workdays',
    usual: 3,
    most: 10,
  },
  opinions: {
    label: text('答复征集的意见', 'To answer opinions'),
    clause: 'P3b',
    counts: 'workdays',
    usual: 5,
    most: 15,
  },
  file: { label: text('成果备案', 'To file the record'), clause: 'P7', counts: 'workdays', usual: 5, most: 15 },
  filingAnswer: {
    label: text('备案单位答复', 'For bodies to answer a filing'),
    clause: 'P7',
    counts: 'workdays',
    usual: 10,
    most: 20,
  },
  publish: { label: text('成果公示', 'To publish the outcome'), clause: 'P8', counts: 'workdays', usual: 5, most: 10 },
  urge: {
    label: text('督促其他单位的间隔', 'Between two urgings'),
    clause: 'P9b',
    counts: 'days',
    usual: 15,
    most: 30,
  },
  report: {
    label: text('向委托单位报告', 'To report to the commissioning body'),
    clause: 'P9c',
    counts: 'workdays',
    usual: 5,
    most: 15,
  },
  reportAnswer: {
    label: text('委托单位反馈', 'For the commissioning body to answer'),
    clause: 'P9c',
    counts: 'workdays',
    usual: 20,
    most: 40,
  },
  escalation: {
    label: text('提交会议后表决', 'For the assembly to vote'),
    clause: 'P9d',
    counts: 'days',
    usual: 30,
    most: 90,
  },
  explain: {
    label: text('向持不同意见的群众解释说明', 'To explain to dissenters'),
    clause: 'P9f',
    counts: 'workdays',
    usual: 10,
    most: 20,
  },
  supervise: {
    label: text('向监督委员会报告的间隔', 'Between two supervision reports'),
    clause: 'P10a',
    counts: 'days',
    usual: 30,
    most: 90,
  },
  progress: {
    label: text('公布落实进度的间隔', 'Between two publications of progress'),
    clause: 'P10c',
    counts: 'days',
    usual: 30,
    most: 90,
  },
  major: {
    label: text('五议两公开每一步', 'For each step of the five deliberations'),
    clause: 'P12',
    counts: 'days',
    usual: 30,
    most: 60,
  },
  review: {
    label: text('落实完成后评议', 'For the review after completion'),
    clause: 'F4',
    counts: 'days',
    usual: 30,
    most: 60,
  },
  note: {
    label: text('答复督办', 'To answer a supervision note'),
    clause: 'G3',
    counts: 'workdays',
    usual: 10,
    most: 20,
  },
} as const satisfies Record<string, Period>

export type PeriodId = keyof typeof periods

export type Periods = { readonly [id in PeriodId]: number }
