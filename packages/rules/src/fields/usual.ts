import { text } from '@xieshang/kernel'
import { exceptionReason, itemNumber } from '../consultation/primitives.ts'
import { long, pick } from './declare.ts'
import type { Choosable, Ground } from './field.ts'

type Titled = { readonly item: number; readonly title: string }

/** Items as people choose from them. */
export const titled = (items: readonly Titled[] = []): Choosable[] =>
  items.map(({ item, title }) => ({ value: item, label: text(`第 ${item} 条 ${title}`, `Item ${item} ${title}`) }))

/** One item of the consultation. */
export const oneItem = () => ({
  ...pick(text('条目', 'Item'), ({ state }: Ground) => titled(state?.items), itemNumber),
  first: ({ state }: Ground) => state?.items[0]?.item,
})

/** Why somebody goes on against a clause; it stands in the record. */
export const exception = {
  ...long(text('例外理由（会写进协商记录）', 'Reason for the exception, kept in the record'), 500),
  optional: true,
  schema: exceptionReason.optional(),
}
