import type { Evolvers } from '../consultation/evolver.ts'
import type { DeliberationEvents } from './events.ts'
import type { DeliberationState, Item } from './state.ts'

const changeItem = ({ items }: DeliberationState, number: number, change: Partial<Item>): Item[] =>
  items.map((item) => (item.item === number ? { ...item, ...change } : item))

export const deliberationEvolvers: Evolvers<DeliberationEvents> = {
  FormsChosen: (_state, data) => ({ forms: data.forms }),
  ItemAdded: (state, data) => ({
    items: [...state.items, { ...data, status: 'open', revision: 1, discussions: [] }],
    ...(state.step === 'decided' && { step: 'deliberating' as const }),
  }),
  ItemRevised: (state, { item, ...change }) => ({
    items: changeItem(state, item, { ...change, status: 'open' }),
    ...(state.step === 'decided' && { step: 'deliberating' as const }),
  }),
  DiscussionRecorded: (state, { item, session, text }, stamp) => {
    const discussions = state.items.find((i) => i.item === item)?.discussions ?? []
    return { items: changeItem(state, item, { discussions: [...discussions, { ...stamp, session, text }] }) }
  },
}
