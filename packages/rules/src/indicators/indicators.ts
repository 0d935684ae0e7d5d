import { type Text, text } from '@xieshang/kernel'
import type { Consultation } from '../consultation/state.ts'
import { dissentCount, explainedCount } from '../dissents/days.ts'
import { isFiled } from '../filing/state.ts'
import { sizeOf } from '../participants/seatSet.ts'

/** What the seats of a consultation say of it, counted. */
export type SeatFigures = {
  readonly told: number
  readonly replies: number
  readonly opinions: number
  readonly ballots: number
}

type Indicator = { readonly label: Text; readonly of: (state: Consultation, seats: SeatFigures) => number }

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

/** Every number on the dashboard, defined once. Each is a whole number per consultation; a place's figure is their sum. */
export const indicators = {
  consultations: { label: text('协商', 'Consultations'), of: () => 1 },
  registered: { label: text('议题备案', 'Topics registered'), of: (s) => (s.registered === undefined ? 0 : 1) },
  participants: { label: text('协商主体', 'Participants'), of: (s) => s.list?.listed ?? 0 },
  notified: { label: text('已发告知', 'Notices issued'), of: (s) => (s.notices.length > 0 ? 1 : 0) },
  told: { label: text('已告知人数', 'People told'), of: (_s, seats) => seats.told },
  replies: { label: text('回执', 'Replies'), of: (_s, seats) => seats.replies },
  opinions: { label: text('收集意见', 'Opinions'), of: (_s, seats) => seats.opinions },
  opinionsAnswered: { label: text('已答复意见', 'Opinions answered'), of: (s) => s.opinionsAnswered },
  sessions: { label: text('会议', 'Sessions'), of: (s) => s.sessions.length },
  attendances: { label: text('到会人次', 'Attendances'), of: (s) => sum(s.sessions.map((x) => sizeOf(x.present))) },
  items: { label: text('协商条目', 'Items'), of: (s) => s.items.length },
  rounds: { label: text('表决轮次', 'Voting rounds'), of: (s) => s.rounds.filter((r) => r.status === 'closed').length },
  ballots: { label: text('网上投票', 'Online ballots'), of: (_s, seats) => seats.ballots },
  passed: { label: text('通过条目', 'Items passed'), of: (s) => s.items.filter((i) => i.status === 'passed').length },
  failed: {
    label: text('未通过条目', 'Items not passed'),
    of: (s) => s.items.filter((i) => i.status === 'failed').length,
  },
  filed: { label: text('成果备案', 'Records filed'), of: (s) => (isFiled(s) ? 1 : 0) },
  published: { label: text('成果公示', 'Outcomes published'), of: (s) => (s.publications.length > 0 ? 1 : 0) },
  tasks: { label: text('落实事项', 'Tasks'), of: (s) => s.tasks.length },
  tasksDone: {
    label: text('已落实事项', 'Tasks done'),
    of: (s) => s.tasks.filter((task) => task.doneAt !== undefined).length,
  },
  dissents: { label: text('不同意见', 'Dissents'), of: (s) => dissentCount(s.dissents) },
  dissentsExplained: {
    label: text('已解释说明', 'Dissents explained'),
    of: (s) => explainedCount(s.dissents),
  },
  closed: { label: text('办结归档', 'Closed and archived'), of: (s) => (s.closed === undefined ? 0 : 1) },
  exceptions: { label: text('例外', 'Exceptions'), of: (s) => s.exceptions.length },
} as const satisfies Record<string, Indicator>

export type IndicatorId = keyof typeof indicators

export type Figures = { readonly [id in IndicatorId]: number }

/** What one consultation adds to every figure of its places. */
export function figuresOf(state: Consultation, seats: SeatFigures): Figures {
  const entries = Object.entries(indicators).map(([id, indicator]) => [id, indicator.of(state, seats)])
  return Object.fromEntries(entries) as Figures
}

export const noFigures: Figures = Object.fromEntries(Object.keys(indicators).map((id) => [id, 0])) as Figures
