import { type Figures, indicators, keysOf, noFigures, type Summary } from '@xieshang/rules'
import type { Item } from '../table/items.ts'
import { counter, summary } from './entities.ts'

export const indicatorIds = keysOf(indicators)

const figuresBy = (value: (id: (typeof indicatorIds)[number]) => number): Figures =>
  Object.fromEntries(indicatorIds.map((id) => [id, value(id)])) as Figures

export const plus = (a: Figures, b: Figures): Figures => figuresBy((id) => a[id] + b[id])
export const minus = (a: Figures, b: Figures): Figures => figuresBy((id) => a[id] - b[id])
export const same = (a: Figures, b: Figures): boolean => indicatorIds.every((id) => a[id] === b[id])

/** Those that are not zero, as an update takes them. */
export const changed = (figures: Figures): Record<string, number> =>
  Object.fromEntries(indicatorIds.flatMap((id) => (figures[id] === 0 ? [] : [[id, figures[id]]])))

/** What a counter holds; what was never added to it is zero. */
export function figuresFrom(item: Item | undefined): Figures {
  const kept = item === undefined ? undefined : counter.read(item)
  return figuresBy((id) => kept?.[id] ?? 0)
}

/** What a summary counts; one that was written before an indicator was thought of adds nothing to it. */
export const figuresIn = (summary: Summary | undefined): Figures => ({ ...noFigures, ...summary?.figures })

/** Of a row or of its line in the index, which holds no more than the card. */
export const summaryFrom = (item: Item): Summary => summary.value(item, 'card')
