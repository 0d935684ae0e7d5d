import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import {
  addItem,
  addItemFields,
  chooseForms,
  chooseFormsFields,
  recordDiscussion,
  recordDiscussionFields,
  reviseItem,
  reviseItemFields,
} from './deliberation.ts'
import { withdrawItem, withdrawItemFields } from './withdraw.ts'

export const deliberationCommands = {
  chooseForms: command('P4', text('确定协商形式', 'Choose the form'), chooseFormsFields, chooseForms, {
    rests: ['participants', 'forms'],
  }),
  addItem: command('P5a', text('新增协商条目', 'Add an item'), addItemFields, addItem, { rests: ['items'] }),
  reviseItem: command('P5b', text('补充完善条目', 'Revise an item'), reviseItemFields, reviseItem, {
    rests: ['items'],
  }),
  withdrawItem: command('P5b', text('撤回条目', 'Withdraw an item'), withdrawItemFields, withdrawItem, {
    rests: ['items', 'voting', 'assembly'],
  }),
  recordDiscussion: command(
    'P5a',
    text('记录讨论', 'Record the discussion'),
    recordDiscussionFields,
    recordDiscussion,
    { additive: true },
  ),
} as const
