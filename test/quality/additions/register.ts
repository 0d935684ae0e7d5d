import type { Scratch } from './scratch.ts'

const kind = `import { text } from '@xieshang/kernel'
import { line } from '../../fields/index.ts'
import { kind } from '../kind.ts'

/** G2: what somebody found in the village, until its owner has it. */
export const lostProperty = kind({
  clause: 'G2',
  label: text('失物招领', 'Lost property'),
  hint: text('登记捡到的东西。', 'What was found and waits for its owner.'),
  levels: ['village'],
  fields: { title: line(text('物品', 'Thing')) },
  create: { label: text('登记一件', 'Record one'), verb: 'conduct', standing: 'within' },
  acts: {},
  title: ({ title }) => title,
  status: () => 'recorded',
  shown: () => ({ facts: [] }),
})
`

/** A register of lost property. */
export function addRegister({ write, insert }: Scratch): void {
  write('packages/rules/src/affairs/kinds/lostProperty.ts', kind)
  const kinds = 'packages/rules/src/affairs/kinds.ts'
  insert(kinds, 'import { mobilisation }', "import { lostProperty } from './kinds/lostProperty.ts'\n")
  insert(kinds, 'venue, training, subsidy }', 'lostProperty, ')
}
