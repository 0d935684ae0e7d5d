import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'
import type { Form } from '../taxonomy/procedure.ts'
import type { ItemAspects } from './state.ts'

export type DeliberationEvents = {
  FormsChosen: { forms: readonly Form[] }
  ItemAdded: { item: number; title: string; aspects: ItemAspects }
  ItemRevised: { item: number; revision: number; title: string; aspects: ItemAspects }
  ItemWithdrawn: { item: number; reason: string }
  DiscussionRecorded: { session: number; item: number; text: string }
}

export const deliberationEvents: Words<DeliberationEvents> = {
  FormsChosen: happened(['forms'], text('确定协商形式', 'chose the form')),
  ItemAdded: happened(['items'], text('新增条目', 'added an item')),
  ItemRevised: happened(['items'], text('补充完善条目', 'revised an item')),
  ItemWithdrawn: happened(['items'], text('撤回条目', 'withdrew an item')),
  DiscussionRecorded: happened(['discussions'], text('记录讨论', 'noted a discussion')),
}
