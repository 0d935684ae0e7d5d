import { type PlaceCode, type Role, type Text, text } from '@xieshang/kernel'
import type { Stage } from '../consultation/section.ts'
import type { Channel } from '../taxonomy/procedure.ts'

type DutyKindSpec = {
  readonly clause: string
  readonly label: Text
  /** Part of the consultation's page on which it is done. */
  readonly section?: Stage
}

/** Everything that somebody must do by a day, by the clause that asks for it. */
export const dutyKinds = {
  register: { clause: 'P1b', label: text('备案或退回议题', 'Register or return the topic'), section: 'topic' },
  tell: { clause: 'P3a', label: text('告知还没有告知的人', 'Tell who has not been told'), section: 'notice' },
  post: { clause: 'P3a', label: text('张贴、发布告知', 'Put up the notice'), section: 'notice' },
  opinions: { clause: 'P3b', label: text('答复征集的意见', 'Answer the opinions'), section: 'notice' },
  file: { clause: 'P7', label: text('备案协商成果', 'File the record'), section: 'record' },
  filingAnswer: { clause: 'P7', label: text('答复备案', 'Answer the filing'), section: 'record' },
  publish: { clause: 'P8', label: text('公示协商成果', 'Publish the outcome'), section: 'publication' },
  postOutcome: { clause: 'P8', label: text('张贴、发布成果', 'Put up the outcome'), section: 'publication' },
  task: { clause: 'P9a', label: text('落实', 'Carry out'), section: 'tasks' },
  outsideTask: {
    clause: 'P9b',
    label: text('督促其他单位落实', 'Have it carried out by another body'),
    section: 'tasks',
  },
  urge: { clause: 'P9b', label: text('督促', 'Urge the other body'), section: 'tasks' },
  report: { clause: 'P9c', label: text('向委托单位报告结果', 'Report to the commissioning body'), section: 'reports' },
  reportAnswer: {
    clause: 'P9c',
    label: text('取得委托单位反馈', "Get the commissioning body's answer"),
    section: 'reports',
  },
  escalation: { clause: 'P9d', label: text('提交的事项由会议表决', "Record the assembly's vote"), section: 'assembly' },
  explain: { clause: 'P9f', label: text('向持不同意见的群众解释说明', 'Explain to dissenters'), section: 'dissents' },
  supervise: {
    clause: 'P10a',
    label: text('向监督委员会报告', 'Report to the supervision committee'),
    section: 'supervision',
  },
  progress: { clause: 'P10c', label: text('公布落实进度', 'Publish the progress'), section: 'bulletins' },
  feedback: { clause: 'P11a', label: text('答复居民反馈', 'Answer the feedback'), section: 'again' },
  major: { clause: 'P12', label: text('五议两公开下一步', 'The next of the five deliberations'), section: 'major' },
  review: { clause: 'F4', label: text('落实完成后召开民主评议会', 'Hold the review after completion') },
  council: { clause: 'F2', label: text('本季度召开民主议事会', "Hold the quarter's council") },
  yearReview: { clause: 'F4', label: text('年底召开民主评议会', 'Hold the year-end review') },
  note: { clause: 'G3', label: text('答复督办', 'Answer the supervision note') },
} as const satisfies Record<string, DutyKindSpec>

export type DutyKind = keyof typeof dutyKinds

/** Something that somebody must do by a day, and when it was done. Days are of the place's calendar (UTC+8). */
export type Duty = {
  /** Lasting name among the duties of its consultation or village. */
  readonly id: string
  readonly kind: DutyKind
  readonly who: { readonly role: Role; readonly division: PlaceCode }
  readonly due: string
  readonly doneOn?: string
  /** E1: the day on which a named officer ended what it belonged to, with a reason: it is owed no more, and was not done. */
  readonly releasedOn?: string
  /** Which task, body or step, where there are several: as somebody called it. */
  readonly about?: string
  /** Who carries a task out that the village only urges. */
  readonly responsible?: string
  /** Which channel something is put up on. */
  readonly channel?: Channel
  /** Which items are with the assembly. */
  readonly items?: readonly number[]
  /** How many people or opinions it still concerns. */
  readonly count?: number
}

export type DutyState = 'open' | 'soon' | 'overdue' | 'done' | 'doneLate' | 'released'

/** How a duty stands on a day: overdue from the day after its due day, pointed out some days before; late stays late. */
export function dutyState(
  duty: Pick<Duty, 'due' | 'doneOn' | 'releasedOn'>,
  today: string,
  reminderDays: number,
): DutyState {
  if (duty.doneOn !== undefined) return duty.doneOn > duty.due ? 'doneLate' : 'done'
  if (duty.releasedOn !== undefined) return 'released'
  if (today > duty.due) return 'overdue'
  return daysBetween(today, duty.due) <= reminderDays ? 'soon' : 'open'
}

/** Whole days from one day to a later one. */
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The working days of the place, which change every year by decree: passed in, so that the rules know no list. */
export type Calendar = {
  /** The day that is so many working days after a day. */
  readonly addWorkdays: (day: string, count: number) => string
}
