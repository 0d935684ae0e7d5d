import type { Evolvers } from '../consultation/evolver.ts'
import type { DeliberationEvents } from './events.ts'
import { type DeliberationState, type Item, stepOf } from './state.ts'

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
  ItemWithdrawn(state, { item, reason }, stamp) {
    const open = state.items.find((one) => one.item === item)?.status === 'open'
    const items = changeItem(state, item, {
      withdrawn: { ...stamp, reason },
      ...(open && { status: 'withdrawn' as const }),
    })
    const decided = open && state.step === 'deliberating' && stepOf(items) === 'decided' && state.rounds.length > 0
    return { items, ...(decided && { step: 'decided' as const }) }
  },
  DiscussionRecorded: (state, { item, session, text }, stamp) => {
    const discussions = state.items.find((i) => i.item === item)?.discussions ?? []
    return { items: changeItem(state, item, { discussions: [...discussions, { ...stamp, session, text }] }) }
  },
}
