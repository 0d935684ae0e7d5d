import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'

export type SupervisionEvents = {
  SupervisionNoted: { kind: 'report' | 'remark'; text: string }
  SupervisorsNamed: { members: readonly string[] }
  ProgressPublished: { progress: string; problems: string; impact: string }
}

export const supervisionEvents: Words<SupervisionEvents> = {
  SupervisionNoted: happened(['remarks'], text('监督记录', 'noted something for supervision')),
  SupervisorsNamed: happened(['supervision'], text('成立专门监督委员会', 'named a supervision group')),
  ProgressPublished: happened(['bulletins'], text('公布进度', 'published the progress')),
}
